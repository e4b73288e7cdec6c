package dev.lodestone.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places labels along one direction, each as near as can be to where it would like to be, none overlapping.
 *
 * <p>Labels keep the order of their wishes. Neighbours that would overlap are joined into a block that stands where the
 * sum of squared displacements is least; blocks that meet are joined in turn (pool adjacent violators). If all labels
 * together are longer than the room, those of lowest priority are left out.
 */
final class Shelf {

  /**
   * A label's wish.
   *
   * @param centre where its middle would like to be
   * @param extent its length, gap to the neighbour included
   * @param priority the higher, the longer it is kept
   */
  record Wish(double centre, double extent, int priority) {}

  /** A placed label: which wish, and where its middle is. */
  record Place(int index, double centre) {}

  private Shelf() {}

  static List<Place> place(List<Wish> wishes, double low, double high) {
    List<Integer> kept = keep(wishes, high - low);
    kept.sort(Comparator.comparingDouble((Integer i) -> wishes.get(i).centre()).thenComparing(i -> i));
    List<Block> blocks = new ArrayList<>();
    for (int index : kept) {
      Block block = new Block(low, high);
      block.add(index, wishes.get(index));
      while (!blocks.isEmpty() && blocks.getLast().end() > block.start() + 1e-9) {
        Block before = blocks.removeLast();
        block = before.joinedWith(block, wishes);
      }
      blocks.add(block);
    }
    List<Place> places = new ArrayList<>();
    blocks.forEach(block -> block.placeInto(places, wishes));
    places.sort(Comparator.comparingInt(Place::index));
    return places;
  }

  private static List<Integer> keep(List<Wish> wishes, double room) {
    List<Integer> byPriority = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      byPriority.add(i);
    }
    byPriority.sort(Comparator.comparingInt((Integer i) -> -wishes.get(i).priority()).thenComparing(i -> i));
    List<Integer> kept = new ArrayList<>();
    double used = 0;
    for (int index : byPriority) {
      if (used + wishes.get(index).extent() <= room + 1e-9) {
        used += wishes.get(index).extent();
        kept.add(index);
      }
    }
    return kept;
  }

  private static final class Block {
    private final double low;
    private final double high;
    private final List<Integer> indices = new ArrayList<>();
    private double length;
    private double sumOfStarts;

    Block(double low, double high) {
      this.low = low;
      this.high = high;
    }

    void add(int index, Wish wish) {
      sumOfStarts += wish.centre() - wish.extent() / 2 - length;
      length += wish.extent();
      indices.add(index);
    }

    Block joinedWith(Block next, List<Wish> wishes) {
      Block joined = new Block(low, high);
      indices.forEach(i -> joined.add(i, wishes.get(i)));
      next.indices.forEach(i -> joined.add(i, wishes.get(i)));
      return joined;
    }

    double start() {
      return Math.max(low, Math.min(high - length, sumOfStarts / indices.size()));
    }

    double end() {
      return start() + length;
    }

    void placeInto(List<Place> places, List<Wish> wishes) {
      double at = start();
      for (int index : indices) {
        double extent = wishes.get(index).extent();
        places.add(new Place(index, at + extent / 2));
        at += extent;
      }
    }
  }
}
