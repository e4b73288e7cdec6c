package dev.lodestone.report.data;

import dev.lodestone.model.text.Statement;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The reasons of figures in the form that a file needs. Dozens of figures of the same imports share one statement: it is told once. */
final class Reasons {

    private static final int REMEMBERED = 4096;

    private final Function<Statement, String> form;
    private final Map<Statement, String> told = new IdentityHashMap<>();
    private Statement last = Statement.NONE;
    private String lastTold;

    /** In English, in the form that a file gives to a text. */
    static Reasons inEnglish(UnaryOperator<String> form) {
        return new Reasons(why -> form.apply(why.english()));
    }

    /** @param form what the file makes of a statement */
    Reasons(Function<Statement, String> form) {
        this.form = form;
        this.lastTold = form.apply(Statement.NONE);
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
            known = form.apply(why);
            if (told.size() < REMEMBERED) {
                told.put(why, known);
            }
        }
        return known;
    }
}
