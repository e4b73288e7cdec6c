package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/**
 * A table.
 *
 * @param id anchor
 * @param number label such as {@code Table 1}; may be empty
 * @param caption what it shows, with years
 * @param columns its columns
 * @param rows its rows, each with one cell a column
 * @param footnotes remarks below it
 * @param source where the figures come from; may be empty
 * @param use what a reader with script may do with it
 */
public record Table(
        String id,
        String number,
        String caption,
        List<Column> columns,
        List<Row> rows,
        List<Text> footnotes,
        Text source,
        Use use)
        implements Block {

    /** What a reader with script may do with a table. */
    public enum Use {
        READ,
        SORT,
        SORT_AND_FILTER;

        public boolean sorts() {
            return this != READ;
        }

        public boolean filters() {
            return this == SORT_AND_FILTER;
        }
    }

    /** Where the words of a column stand. */
    public enum Align {
        LEFT,
        RIGHT,
        CENTRE;

        public String css() {
            return switch (this) {
                case LEFT -> "l";
                case RIGHT -> "r";
                case CENTRE -> "c";
            };
        }
    }

    /** By what a column is put in order. */
    public enum Order {
        NONE,
        TEXT,
        NUMBER;

        public String css() {
            return switch (this) {
                case NONE -> "none";
                case TEXT -> "text";
                case NUMBER -> "number";
            };
        }
    }

    /**
     * A column.
     *
     * @param label its heading
     * @param unit unit and year below the heading; may be empty
     * @param align where its words stand
     * @param order by what it is sorted
     * @param percent its part of the table's width; 0 to let the words decide
     */
    public record Column(String label, String unit, Align align, Order order, int percent) {

        /** A column as wide as its words ask for. */
        public Column(String label, String unit, Align align, Order order) {
            this(label, unit, align, order, 0);
        }

        public Column {
            if (percent < 0 || percent > 100) {
                throw new IllegalArgumentException("column '" + label + "': a width of " + percent + " percent");
            }
            label = Checks.filled(label, "label");
            unit = Checks.text(unit, "unit");
            Objects.requireNonNull(align, "align");
            Objects.requireNonNull(order, "order");
        }

        public static Column words(String label) {
            return new Column(label, "", Align.LEFT, Order.TEXT);
        }

        public static Column numbers(String label, String unit) {
            return new Column(label, unit, Align.RIGHT, Order.NUMBER);
        }

        /** The same column, by which nothing is sorted: its words make sense in the order in which they stand. */
        public Column unsorted() {
            return new Column(label, unit, align, Order.NONE, percent);
        }

        /** The same column with a part of the table's width. */
        public Column wide(int share) {
            return new Column(label, unit, align, order, share);
        }
    }

    /** What a row is among the others. */
    public enum Rank {
        /** One of many. */
        BODY,
        /** A sum of the others: stays last when the table is sorted. */
        TOTAL,
        /** To be noticed first. */
        LEAD;

        public String css() {
            return switch (this) {
                case BODY -> "body";
                case TOTAL -> "total";
                case LEAD -> "lead";
            };
        }
    }

    /** A row. */
    public record Row(List<Cell> cells, Rank rank) {

        public Row {
            cells = Checks.list(cells, "cells");
            Objects.requireNonNull(rank, "rank");
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells), Rank.BODY);
        }

        public Row as(Rank other) {
            return new Row(cells, other);
        }
    }

    public Table {
        id = Checks.id(id, "id");
        number = Checks.text(number, "number");
        caption = Checks.filled(caption, "caption");
        columns = Checks.list(columns, "columns");
        rows = Checks.list(rows, "rows");
        footnotes = Checks.list(footnotes, "footnotes");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(use, "use");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table '" + id + "' has no column");
        }
        for (int i = 0; i < rows.size(); i++) {
            int cells = rows.get(i).cells().size();
            if (cells != columns.size()) {
                throw new IllegalArgumentException(
                        "table '" + id + "': row " + (i + 1) + " has " + cells + " cells, " + columns.size() + " columns are declared");
            }
        }
    }

    /** A table to read, without remarks. */
    public static Table of(String id, String caption, List<Column> columns, List<Row> rows) {
        return new Table(id, "", caption, columns, rows, List.of(), Text.empty(), Use.READ);
    }

    public Table numbered(String label) {
        return new Table(id, label, caption, columns, rows, footnotes, source, use);
    }

    public Table withFootnotes(List<Text> remarks) {
        return new Table(id, number, caption, columns, rows, remarks, source, use);
    }

    public Table withSource(Text origin) {
        return new Table(id, number, caption, columns, rows, footnotes, origin, use);
    }

    public Table withUse(Use other) {
        return new Table(id, number, caption, columns, rows, footnotes, source, other);
    }

    @Override
    public String kind() {
        return "table";
    }
}
