package dev.lodestone.report.brief;

/** Numbers the figures and tables of one page in the order in which they stand. */
final class Counter {

    private int figures;
    private int tables;

    String figure(Desk desk) {
        figures++;
        return desk.say("figure.number", Integer.toString(figures));
    }

    String table(Desk desk) {
        tables++;
        return desk.say("table.number", Integer.toString(tables));
    }
}
