package dev.lodestone.ingest.register;

import java.util.List;

/** Registers that cannot be read at all: files missing, headers wrong, not text. Names every problem at once. */
public final class RegisterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One sentence a problem; strings only, so the exception stays serializable. */
    private final String[] problems;

    public RegisterException(List<String> problems) {
        super("The registers cannot be read:\n  " + String.join("\n  ", problems));
        this.problems = problems.toArray(String[]::new);
    }

    /** Every problem found, each beginning with its file. */
    public List<String> problems() {
        return List.of(problems);
    }
}
