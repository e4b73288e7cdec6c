package dev.lodestone.report.data;

import dev.lodestone.model.text.Statement;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The reasons of figures in the form that a file needs. Dozens of figures of the same imports share one statement: it is told once. */
final class Reasons {

    private static final int REMEMBERED = 4096;

    private final UnaryOperator<String> form;
    private final Map<Statement, String> told = new IdentityHashMap<>();
    private Statement last = Statement.NONE;
    private String lastTold;

    /** @param form what the file makes of a text */
    Reasons(UnaryOperator<String> form) {
        this.form = form;
        this.lastTold = form.apply("");
    }

    String of(Statement why) {
        if (why != last) {
            lastTold = find(why);
            last = why;
        }
        return lastTold;
    }

    private String find(Statement why) {
        String known = told.get(why);
        if (known == null) {
            known = form.apply(why.english());
            if (told.size() < REMEMBERED) {
                told.put(why, known);
            }
        }
        return known;
    }
}
