package dev.lodestone.report.chart;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each builder's drawing, byte for byte, in a page's and in a phone's width. */
class GoldenChartsTest {

  @ParameterizedTest
  @ValueSource(strings = {"page", "phone"})
  void drawsEverySampleAsBefore(String size) throws IOException {
    Frame frame = size.equals("page") ? Frame.page() : Frame.phone();
    for (Map.Entry<String, Drawing> chart : SampleCharts.all(frame).entrySet()) {
      Golden.check(
          "src/test/resources/dev/lodestone/report/chart/" + chart.getKey() + "-" + size + ".svg",
          SvgWriter.write(chart.getValue(), chart.getKey()));
    }
  }
}
