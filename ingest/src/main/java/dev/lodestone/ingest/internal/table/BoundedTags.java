package dev.lodestone.ingest.internal.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Text of XML whose tags are no longer than any in statistics. A parser hands text over piece by piece, but holds a tag with its attributes
 * several times over, and would fill the memory with one attribute.
 */
final class BoundedTags extends FilterReader {

    static final int LONGEST = 1 << 22;

    /** Says what is too long. */
    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        TooLongException() {
            super("a tag of its XML has more than " + LONGEST + " characters");
        }
    }

    /** What stands between angle brackets, by what it ends with; only in a tag do marks of quotation count. */
    private enum Kind {
        TAG(">"),
        COMMENT("-->"),
        VERBATIM("]]>"),
        INSTRUCTION("?>"),
        DECLARATION(">");

        private final String closing;

        Kind(String closing) {
            this.closing = closing;
        }
    }

    private Kind inside;
    /** The mark that ends the attribute's value; 0 outside one. */
    private char quote;

    private int length;
    private char last;
    private char lastButOne;

    BoundedTags(Reader text) {
        super(text);
    }

    /** The bound that was broken, where it is what ended the parser's work. */
    static Optional<String> broken(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            Throwable nested = cause instanceof XMLStreamException xml ? xml.getNestedException() : null;
            if (nested instanceof TooLongException || cause instanceof TooLongException) {
                return Optional.of(nested == null ? cause.getMessage() : nested.getMessage());
            }
        }
        return Optional.empty();
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        if (character >= 0) {
            pass((char) character);
        }
        return character;
    }

    @Override
    public int read(char[] target, int offset, int most) throws IOException {
        int read = super.read(target, offset, most);
        for (int i = offset; i < offset + read; i++) {
            pass(target[i]);
        }
        return read;
    }

    private void pass(char c) throws IOException {
        if (inside == null) {
            inside = c == '<' ? Kind.TAG : null;
            length = 0;
        } else {
            if (++length > LONGEST) {
                throw new TooLongException();
            }
            within(c);
        }
        lastButOne = last;
        last = c;
    }

    private void within(char c) {
        if (length == 1 && (c == '!' || c == '?')) {
            inside = c == '!' ? Kind.DECLARATION : Kind.INSTRUCTION;
        } else if (length == 2 && inside == Kind.DECLARATION && (c == '-' || c == '[')) {
            inside = c == '-' ? Kind.COMMENT : Kind.VERBATIM;
        } else if (quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (inside == Kind.TAG && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '>' && ("" + lastButOne + last + c).endsWith(inside.closing)) {
            inside = null;
        }
    }
}
