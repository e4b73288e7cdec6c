package dev.lodestone.report;

/** A text of a briefing holds a character that no font at hand can show on paper. Pages in HTML show it, for their readers bring fonts. */
public final class CharacterWithoutFontException extends ReportException {

    private static final long serialVersionUID = 1L;

    private final int codePoint;

    /**
     * A character that cannot be shown.
     *
     * @param codePoint the character
     * @param problem what is wrong, in a sentence without a full stop
     */
    public CharacterWithoutFontException(int codePoint, String problem) {
        super(problem);
        this.codePoint = codePoint;
    }

    /** The character, as Unicode numbers it. */
    public int codePoint() {
        return codePoint;
    }
}
