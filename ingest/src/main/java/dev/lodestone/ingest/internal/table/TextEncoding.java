package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How a text's bytes stand for characters, told from the bytes.
 *
 * @param label what it is called
 * @param charset its charset; of UTF-8 with a byte that is not UTF-8 read as Windows-1252, which reads such a file as a whole, too
 * @param mark bytes of the byte order mark
 */
public record TextEncoding(String label, Charset charset, int mark) {

    public static final TextEncoding UTF_8 = new TextEncoding("UTF-8", StandardCharsets.UTF_8, 0);

    private static final TextEncoding UTF_8_MARKED = new TextEncoding("UTF-8 with byte order mark", StandardCharsets.UTF_8, 3);
    private static final TextEncoding UTF_16_LE = new TextEncoding("UTF-16 little-endian", StandardCharsets.UTF_16LE, 0);
    private static final TextEncoding UTF_16_LE_MARKED =
            new TextEncoding("UTF-16 little-endian with byte order mark", StandardCharsets.UTF_16LE, 2);
    private static final TextEncoding UTF_16_BE = new TextEncoding("UTF-16 big-endian", StandardCharsets.UTF_16BE, 0);
    private static final TextEncoding UTF_16_BE_MARKED =
            new TextEncoding("UTF-16 big-endian with byte order mark", StandardCharsets.UTF_16BE, 2);
    private static final TextEncoding UTF_32_LE_MARKED =
            new TextEncoding("UTF-32 little-endian with byte order mark", Charset.forName("UTF-32LE"), 4);
    private static final TextEncoding UTF_32_BE_MARKED =
            new TextEncoding("UTF-32 big-endian with byte order mark", Charset.forName("UTF-32BE"), 4);
    private static final TextEncoding UTF_32_LE = new TextEncoding("UTF-32 little-endian", Charset.forName("UTF-32LE"), 0);
    private static final TextEncoding UTF_32_BE = new TextEncoding("UTF-32 big-endian", Charset.forName("UTF-32BE"), 0);

    static final TextEncoding SHIFT_JIS = new TextEncoding("Shift_JIS", Charset.forName("windows-31j"), 0);
    static final TextEncoding GB_18030 = new TextEncoding("GB 18030", Charset.forName("GB18030"), 0);
    static final TextEncoding EUC_KR = new TextEncoding("EUC-KR", Charset.forName("x-windows-949"), 0);
    static final TextEncoding BIG5 = new TextEncoding("Big5", Charset.forName("x-windows-950"), 0);
    static final TextEncoding WINDOWS_1254 = new TextEncoding("Windows-1254", Charset.forName("windows-1254"), 0);
    static final TextEncoding WINDOWS_1251 = new TextEncoding("Windows-1251", Charset.forName("windows-1251"), 0);
    private static final TextEncoding WINDOWS_1250 = new TextEncoding("Windows-1250", Charset.forName("windows-1250"), 0);

    /** Encodings in which bytes that are not UTF-8 may be text, the likeliest first where nothing tells them apart. */
    private static final List<TextEncoding> OTHERS =
            List.of(UTF_8, SHIFT_JIS, GB_18030, EUC_KR, BIG5, WINDOWS_1254, WINDOWS_1250, WINDOWS_1251);

    /** The encoding that a layout names. */
    public static TextEncoding named(Charset charset) {
        return OTHERS.stream()
                .filter(each -> each.charset.equals(charset))
                .findFirst()
                .orElseGet(() -> new TextEncoding(charset.displayName(Locale.ROOT), charset, 0));
    }

    /** The encodings that the first bytes of a text allow, the likeliest first. */
    public static List<TextEncoding> of(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return List.of(UTF_8_MARKED);
        }
        // begins as UTF-16 does, in which the character after it would be one that no text has
        if (starts(head, 0xFF, 0xFE, 0, 0)) {
            return List.of(UTF_32_LE_MARKED);
        }
        if (starts(head, 0, 0, 0xFE, 0xFF)) {
            return List.of(UTF_32_BE_MARKED);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return List.of(UTF_16_LE_MARKED);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return List.of(UTF_16_BE_MARKED);
        }
        // three bytes of four are 0 in text of Latin letters
        if (head.length > 3 && head[0] != 0 && head[1] == 0 && head[2] == 0 && head[3] == 0 && areZero(head, 2, 3)) {
            return List.of(UTF_32_LE);
        }
        if (head.length > 3 && head[3] != 0 && areZero(head, 0, 1)) {
            return List.of(UTF_32_BE);
        }
        int evenZeros = zeros(head, 0);
        int oddZeros = zeros(head, 1);
        if (oddZeros > head.length / 8 && evenZeros < oddZeros / 8) {
            return List.of(UTF_16_LE);
        }
        if (evenZeros > head.length / 8 && oddZeros < evenZeros / 8) {
            return List.of(UTF_16_BE);
        }
        if (decodes(head, StandardCharsets.UTF_8)) {
            return List.of(UTF_8);
        }
        // bytes that are text in several are told apart by the letters of languages, and else by the headers that come out
        return Stream.concat(EncodingGuess.of(head).stream(), OTHERS.stream())
                .distinct()
                .filter(each -> each.isUtf8() || decodes(head, each.charset))
                .toList();
    }

    /** Whether bytes show their encoding, as those that are UTF-8 do, or begin with a mark, or have zeros: else layouts may name it. */
    public static boolean isShown(byte[] head) {
        List<TextEncoding> allowed = of(head);
        return allowed.size() == 1 && (!allowed.get(0).equals(UTF_8) || decodes(head, StandardCharsets.UTF_8));
    }

    /** Whether the bytes are ASCII, which nearly every charset has. */
    public static boolean isAscii(byte[] head) {
        for (byte each : head) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }

    /** Characters of the bytes, without a byte order mark. */
    public Reader reader(InputStream bytes, FallbackReader.Count fallbacks) throws IOException {
        bytes.skipNBytes(mark);
        return isUtf8() ? new FallbackReader(bytes, fallbacks) : new InputStreamReader(bytes, charset);
    }

    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    /** Whether text in the encoding has bytes of 0, as programs and pictures do. */
    public boolean hasZeros() {
        return label.startsWith("UTF-16") || label.startsWith("UTF-32");
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether all bytes at two places of every four are 0. */
    private static boolean areZero(byte[] head, int one, int other) {
        for (int i = 0; i < head.length; i++) {
            if ((i % 4 == one || i % 4 == other) && head[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Zero bytes at even or odd places: the upper halves of Latin letters in UTF-16. */
    private static int zeros(byte[] head, int odd) {
        int zeros = 0;
        for (int i = odd; i < head.length; i += 2) {
            if (head[i] == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    /** Whether the bytes are text of the charset, but for a character cut at the end. */
    static boolean decodes(byte[] head, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        for (int cut = 0; cut <= 3 && cut <= head.length; cut++) {
            try {
                decoder.reset().decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return false;
    }
}
