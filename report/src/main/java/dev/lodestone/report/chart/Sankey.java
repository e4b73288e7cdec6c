package dev.lodestone.report.chart;

import dev.lodestone.report.chart.Mark.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Flows from suppliers on the left to buyers on the right, as wide as they are large. */
public final class Sankey {

  private Sankey() {}

  /**
   * What to draw.
   *
   * @param title the chart's subject, for listeners
   * @param alt its message in a sentence
   * @param unit what the widths measure, with unit and period
   * @param format how totals are written
   * @param flows at least one above 0; equal pairs are added up
   * @param watched names on the left that stand out
   * @param words the builder's own words
   */
  public record Input(
      String title,
      String alt,
      String unit,
      ValueFormat format,
      List<Flow> flows,
      List<String> watched,
      Words words) {
    public Input {
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(words, "words");
      flows = List.copyOf(flows);
      watched = List.copyOf(watched);
      if (unit.isBlank()) {
        throw new IllegalArgumentException("a flow chart without a unit: \"" + title + "\"");
      }
      if (flows.stream().noneMatch(f -> f.value() > 0)) {
        throw new IllegalArgumentException("a flow chart without a flow above 0: \"" + title + "\"");
      }
    }
  }

  /** One flow, not negative. */
  public record Flow(String from, String to, double value) {
    public Flow {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Check.notNegative("flow from " + from + " to " + to, value);
    }
  }

  private static final class Node {
    private final String name;
    private double total;
    private double top;
    private double used;

    Node(String name) {
      this.name = name;
    }
  }

  /** Lays the chart out. */
  public static Drawing draw(Input input, Frame frame, double heightPt, TextMeasure measure) {
    Check.positive("chart height", heightPt);
    return new Layout(input, new Scene(frame, measure)).draw(heightPt);
  }

  private static final class Layout {
    private final Input input;
    private final Scene scene;
    private final Frame frame;
    private final double em;
    private final Map<String, Node> left = new LinkedHashMap<>();
    private final Map<String, Node> right = new LinkedHashMap<>();

    Layout(Input input, Scene scene) {
      this.input = input;
      this.scene = scene;
      this.frame = scene.frame();
      this.em = frame.baseSizePt();
      for (Flow flow : input.flows()) {
        if (flow.value() > 0) {
          left.computeIfAbsent(flow.from(), Node::new).total += flow.value();
          right.computeIfAbsent(flow.to(), Node::new).total += flow.value();
        }
      }
    }

    Drawing draw(double wished) {
      double width = frame.widthPt();
      double y = scene.paragraph(
          0, em * 0.95, scene.fit().lines(input.unit(), frame.muted(), width, 3), frame.muted(), Anchor.START);
      double top = y + em * 0.2;
      double bottom = Math.max(top + em * 10, wished - em);
      double leftRoom = labelRoom(left);
      double rightRoom = labelRoom(right);
      double node = em * 0.9;
      double leftX = leftRoom + em * 0.6;
      double rightX = width - rightRoom - em * 0.6 - node;
      double gap = Math.min(em * 0.9, (bottom - top) * 0.4 / Math.max(left.size(), right.size()));
      double total = left.values().stream().mapToDouble(n -> n.total).sum();
      double space = bottom - top - gap * (Math.max(left.size(), right.size()) - 1);
      double scale = space / total;
      List<Node> leftNodes = stack(left, top, bottom, gap, scale);
      List<Node> rightNodes = stack(right, top, bottom, gap, scale);

      drawFlows(leftNodes, rightNodes, leftX + node, rightX, scale);
      drawNodes(leftNodes, leftX, node, scale, true);
      drawNodes(rightNodes, rightX, node, scale, false);
      drawLabels(leftNodes, leftX - em * 0.6, Anchor.END, leftRoom, top, bottom, scale);
      drawLabels(rightNodes, rightX + node + em * 0.6, Anchor.START, rightRoom, top, bottom, scale);
      return scene.finish(Math.max(wished, bottom + em), input.title(), input.alt(), table());
    }

    private double labelRoom(Map<String, Node> nodes) {
      double widest =
          nodes.values().stream().mapToDouble(n -> scene.fit().width(label(n), frame.strong())).max().orElse(0);
      return Math.min(widest, frame.widthPt() * 0.3);
    }

    private String label(Node node) {
      return PlainText.clean(node.name).strip() + " " + input.format().format(node.total);
    }

    private List<Node> stack(Map<String, Node> nodes, double top, double bottom, double gap, double scale) {
      List<Node> sorted = new ArrayList<>(nodes.values());
      sorted.sort(Comparator.comparingDouble((Node n) -> -n.total).thenComparing(n -> n.name));
      double height = sorted.stream().mapToDouble(n -> n.total * scale).sum() + gap * (sorted.size() - 1);
      double y = top + Math.max(0, (bottom - top - height) / 2);
      for (Node node : sorted) {
        node.top = y;
        y += node.total * scale + gap;
      }
      return sorted;
    }

    private void drawFlows(List<Node> leftNodes, List<Node> rightNodes, double fromX, double toX, double scale) {
      double bend = (fromX + toX) / 2;
      for (Node from : leftNodes) {
        for (Node to : rightNodes) {
          double value =
              input.flows().stream()
                  .filter(f -> f.from().equals(from.name) && f.to().equals(to.name))
                  .mapToDouble(Flow::value)
                  .sum();
          if (value <= 0) {
            continue;
          }
          double thick = value * scale;
          double a = from.top + from.used;
          double b = to.top + to.used;
          from.used += thick;
          to.used += thick;
          boolean watched = input.watched().contains(from.name);
          Fill fill = new Fill(watched ? Theme.RED : Theme.CONTEXT, watched ? 0.55 : 0.5);
          scene.add(
              new Mark.Path(
                  List.of(
                      new Mark.MoveTo(new Point(fromX, a)),
                      new Mark.CurveTo(new Point(bend, a), new Point(bend, b), new Point(toX, b)),
                      new Mark.LineTo(new Point(toX, b + thick)),
                      new Mark.CurveTo(new Point(bend, b + thick), new Point(bend, a + thick), new Point(fromX, a + thick)),
                      new Mark.Close()),
                  fill,
                  Stroke.NONE));
        }
      }
    }

    private void drawNodes(List<Node> nodes, double x, double width, double scale, boolean suppliers) {
      for (Node node : nodes) {
        Colour colour = suppliers && input.watched().contains(node.name) ? Theme.RED : Theme.NAVY;
        scene.rect(x, node.top, width, Math.max(em * 0.06, node.total * scale), 0, Fill.of(colour), Stroke.NONE);
      }
    }

    private void drawLabels(
        List<Node> nodes, double x, Anchor anchor, double room, double top, double bottom, double scale) {
      TextStyle style = frame.label();
      double lead = Scene.lead(style);
      List<List<String>> texts = nodes.stream().map(n -> scene.fit().lines(label(n), style, room, 2)).toList();
      List<Shelf.Wish> wishes = new ArrayList<>();
      for (int i = 0; i < nodes.size(); i++) {
        Node node = nodes.get(i);
        // Large flows keep their names when there is not room for all.
        int priority = nodes.size() - i;
        wishes.add(new Shelf.Wish(node.top + node.total * scale / 2, texts.get(i).size() * lead, priority));
      }
      double high = bottom + em * 0.7;
      List<Shelf.Place> places = Shelf.place(wishes, top - em * 0.5, high);
      if (places.size() < nodes.size()) {
        places = Shelf.place(wishes, top - em * 0.5, high - lead);
        String rest = scene.fit().oneLine(input.words().others(nodes.size() - places.size()), frame.small(), room);
        scene.text(x, high - lead * 0.2, rest, frame.small(), anchor);
      }
      for (Shelf.Place place : places) {
        boolean watched = anchor == Anchor.END && input.watched().contains(nodes.get(place.index()).name);
        TextStyle own = watched ? frame.strong().withColour(Theme.RED) : style;
        List<String> lines =
            texts.get(place.index()).stream().map(line -> scene.fit().oneLine(line, own, room)).toList();
        double first = place.centre() - lines.size() * lead / 2 + lead / 2 + Scene.centring(style);
        scene.paragraph(x, first, lines, own, anchor);
      }
    }

    private DataTable table() {
      List<List<String>> rows = new ArrayList<>();
      for (Flow flow : input.flows()) {
        rows.add(List.of(flow.from(), flow.to(), input.format().format(flow.value())));
      }
      return new DataTable(List.of("", "", input.unit()), rows);
    }
  }
}
