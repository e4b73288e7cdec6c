package dev.lodestone.model.quality;

/**
 * A table that was read: a file, or one sheet or archive member of it.
 *
 * @param file the file's name as given, never an absolute path; with {@code /} between folders
 * @param member name inside an archive; empty if none
 * @param sheet worksheet; empty if none
 * @param sha256 checksum of the file in lower-case hexadecimal
 * @param layout id of the layout that read it
 * @param title what the publisher calls it, for example {@code UN Comtrade}; empty when unknown
 * @param rounding to what it rounds its figures, where that is known
 */
public record DataSource(String file, String member, String sheet, String sha256, String layout, String title, Rounding rounding) {

    /** A table of which nobody knows whether it was rounded. */
    public DataSource(String file, String member, String sheet, String sha256, String layout, String title) {
        this(file, member, sheet, sha256, layout, title, Rounding.NONE);
    }

    // Written out: every row carries its source, and rows of one file carry the very same one.
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof DataSource that
                        && file.equals(that.file)
                        && member.equals(that.member)
                        && sheet.equals(that.sheet)
                        && sha256.equals(that.sha256)
                        && layout.equals(that.layout)
                        && title.equals(that.title)
                        && rounding.equals(that.rounding);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * file.hashCode() + member.hashCode()) + sheet.hashCode()) + title.hashCode();
    }

    /** File, member and sheet in one string, as messages and tables show it. */
    public String label() {
        return file + (member.isEmpty() ? "" : "!" + member) + (sheet.isEmpty() ? "" : " [" + sheet + "]");
    }
}
