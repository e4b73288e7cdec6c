package dev.lodestone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YAxisTest {

  @Test
  void anAxisOfSharesEndsAtAFifthAHalfOrTheWhole() {
    YAxis axis = YAxis.share("Share, %");

    assertThat(axis.fit(0.02, 0.17, 5)).isEqualTo(new YAxis.Fitted(0, 0.2, 0.05));
    assertThat(axis.fit(0.02, 0.31, 5)).isEqualTo(new YAxis.Fitted(0, 0.5, 0.1));
    assertThat(axis.fit(0.02, 0.51, 5).high()).isEqualTo(1);
    assertThat(axis.fit(0, 1.3, 5).high()).as("what is more than all is not cut off").isGreaterThanOrEqualTo(1.3);
  }

  @Test
  void sharesOfAFewPercentUseTheWidthOfADumbbellChart() {
    DumbbellChart.Input low = DumbbellChart.Input.ofShares("t", "a", "Share, %", "by value", "by weight",
        List.of(new DumbbellChart.Row("Japan", 0.09, 0.11, ""), new DumbbellChart.Row("Italy", 0.2, 0.14, "")));
    DumbbellChart.Input high = DumbbellChart.Input.ofShares("t", "a", "Share, %", "by value", "by weight",
        List.of(new DumbbellChart.Row("Japan", 0.09, 0.51, "")));

    assertThat(low.high()).isEqualTo(0.2);
    assertThat(high.high()).isEqualTo(1);
  }
}
