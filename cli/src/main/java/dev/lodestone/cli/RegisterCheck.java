package dev.lodestone.cli;

import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Loaded;
import dev.lodestone.model.register.Registers;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What is wrong with registers, each row by file, line and column, and the account of their rows. */
public final class RegisterCheck {

    private final Loaded<Registers> registers;

    public RegisterCheck(Loaded<Registers> registers) {
        this.registers = registers;
    }

    /** Whether every row can be used. */
    public boolean isSound() {
        return registers.issues().isEmpty();
    }

    public void print(PrintWriter out) {
        registers.issues().forEach(issue -> out.println(OneLine.of(issue.message())));
        out.println(String.format(
                Locale.ROOT,
                "%,d rows in %,d registers: %,d kept, %,d set aside",
                sum(FileReport::rowsRead),
                registers.files().size(),
                sum(FileReport::rowsKept),
                sum(FileReport::rowsSetAside)));
    }

    private long sum(ToLongFunction<FileReport> rows) {
        return registers.files().stream().mapToLong(rows).sum();
    }
}
