package dev.lodestone.ingest.internal.table;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Tells the encoding of text that is not UTF-8 by the letters that come out, where headers cannot: names of economies in Korean, Chinese, Japanese,
 * Russian or Turkish below a header in English. Nothing is told of a text that leaves a doubt; it is read as Windows-1252 then, or as the headers of
 * the layouts say.
 */
final class EncodingGuess {

    /** Characters of fewer than this tell nothing. */
    private static final int FEWEST = 4;

    private static final double MOST_OF = 0.85;
    private static final double NEARLY_ALL = 0.95;

    private EncodingGuess() {}

    static Optional<TextEncoding> of(byte[] head) {
        // Hangul lies where the commonest characters of Chinese do, but these lie elsewhere as well
        if (isCommon(head, NEARLY_ALL, TextEncoding.EUC_KR, lead -> lead >= 0xB0 && lead <= 0xC8, 0xA1, lead -> lead <= 0xAF)) {
            return Optional.of(TextEncoding.EUC_KR);
        }
        if (isCommon(head, MOST_OF, TextEncoding.GB_18030, lead -> lead >= 0xB0 && lead <= 0xD7, 0xA1, lead -> lead >= 0xA1 && lead <= 0xA9)) {
            return Optional.of(TextEncoding.GB_18030);
        }
        if (isCommon(head, MOST_OF, TextEncoding.BIG5, lead -> lead >= 0xA4 && lead <= 0xC6, 0x40, lead -> lead >= 0xA1 && lead <= 0xA3)) {
            return Optional.of(TextEncoding.BIG5);
        }
        if (isCommon(head, MOST_OF, TextEncoding.SHIFT_JIS, lead -> lead == 0x82 || lead == 0x83 || lead >= 0x88 && lead <= 0x98, 0x40, lead -> lead == 0x81)) {
            return Optional.of(TextEncoding.SHIFT_JIS);
        }
        return isCyrillic(head) ? Optional.of(TextEncoding.WINDOWS_1251) : isTurkish(head) ? Optional.of(TextEncoding.WINDOWS_1254) : Optional.empty();
    }

    /**
     * Whether nearly all characters of two bytes are common ones of the encoding's language, most of them beside others: a letter with an accent
     * and the letter behind it are such a character by chance, but stand alone.
     *
     * @param lowest lowest second byte of a common character
     * @param mark whether characters of this first byte are marks, which tell nothing
     */
    private static boolean isCommon(byte[] head, double share, TextEncoding encoding, IntPredicate common, int lowest, IntPredicate mark) {
        int characters = 0;
        int known = 0;
        int beside = 0;
        int run = 0;
        for (int i = 0; i < head.length; i++) {
            int lead = head[i] & 0xFF;
            if (lead < 0x80 || i + 1 == head.length) {
                run = 0;
                continue;
            }
            int trail = head[i + 1] & 0xFF;
            if (isHalfWidth(encoding, lead) || trail < 0x40) {
                characters++;
                run = 0;
                continue;
            }
            i++;
            if (mark.test(lead)) {
                continue;
            }
            characters++;
            known += common.test(lead) && trail >= lowest ? 1 : 0;
            run++;
            beside += run == 2 ? 2 : run > 2 ? 1 : 0;
        }
        return characters >= FEWEST && known >= share * characters && beside >= MOST_OF * known && decodes(head, encoding.charset());
    }

    /** Single bytes of Shift_JIS that stand for half-width syllables. */
    private static boolean isHalfWidth(TextEncoding encoding, int lead) {
        return encoding.equals(TextEncoding.SHIFT_JIS) && lead >= 0xA1 && lead <= 0xDF;
    }

    /** Whether nearly all letters beyond ASCII stand beside others, and A is among them: there Greek has a letter that hardly stands in any word. */
    private static boolean isCyrillic(byte[] head) {
        int letters = 0;
        int beside = 0;
        int a = 0;
        for (int i = 0; i < head.length; i++) {
            int each = head[i] & 0xFF;
            if (each >= 0xC0) {
                letters++;
                a += each == 0xC0 || each == 0xE0 ? 1 : 0;
                beside += i > 0 && (head[i - 1] & 0xFF) >= 0xC0 || i + 1 < head.length && (head[i + 1] & 0xFF) >= 0xC0 ? 1 : 0;
            }
        }
        return letters >= 2 * FEWEST && beside >= NEARLY_ALL * letters && a * 50 >= letters && decodes(head, TextEncoding.WINDOWS_1251.charset());
    }

    /**
     * Whether letters stand where Turkish has six of its own and Icelandic, Faroese and Czech have theirs, without the vowels with an acute accent
     * that these languages never do without.
     */
    private static boolean isTurkish(byte[] head) {
        int own = 0;
        int shared = 0;
        int others = 0;
        for (byte each : head) {
            switch (each & 0xFF) {
                case 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE -> own++;
                case 0xC7, 0xD6, 0xDC, 0xE7, 0xF6, 0xFC, 0xC2, 0xCE, 0xDB, 0xE2, 0xEE, 0xFB -> shared++;
                default -> others += (each & 0xFF) >= 0xC0 ? 1 : 0;
            }
        }
        return own > 0 && own > 3 * others && own + shared >= FEWEST && decodes(head, TextEncoding.WINDOWS_1254.charset());
    }

    private static boolean decodes(byte[] head, Charset charset) {
        return TextEncoding.decodes(head, charset);
    }
}
