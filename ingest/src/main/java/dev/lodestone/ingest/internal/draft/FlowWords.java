package dev.lodestone.ingest.internal.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of which flows a title or a header speaks. Whole words count, since titles also tell of importers, of what is important and of the day on
 * which the file was exported.
 */
final class FlowWords {

    /** What speaks of the making of the file, or may: the answer is asked for then. */
    private static final Pattern OF_THE_FILE = Pattern.compile(
            "\\b(data|csv|excel|xlsx|table|file|report|query|database) (export|import)\\b|\\b(export|import) (date|time|file|format|settings|options|id|tool)\\b"
                    + "|\\bexported (on|at|from|with|via|using|by user)\\b|\\bimported (on|at|into|with|via|using)\\b|\\bexportiert\\b|\\bimportiert\\b");

    /** What may stand behind the word in one with it: endings, and what German and Dutch add. */
    private static final String ENDINGS = "(s|ed|e|es|ees|ations?|acion|aciones|acao|acoes|azion[ei]|(wert|meng|statisti|daten|handel|waarde)\\p{L}*)?\\b";

    private static final Map<String, Pattern> WORDS = words();

    private FlowWords() {}

    /** The text without its words of flows. */
    static String without(String text) {
        String left = Words.normal(text);
        for (Pattern flow : WORDS.values()) {
            left = flow.matcher(left).replaceAll(" ");
        }
        return left.strip();
    }

    /** The flows, such as {@code M}; a word that was counted for one is not counted for another. */
    static List<String> in(String text) {
        String left = OF_THE_FILE.matcher(Words.normal(text)).replaceAll(" ");
        List<String> flows = new ArrayList<>();
        for (Map.Entry<String, Pattern> flow : WORDS.entrySet()) {
            Matcher matcher = flow.getValue().matcher(left);
            if (matcher.find()) {
                flows.add(flow.getKey());
                left = matcher.replaceAll(" ");
            }
        }
        return flows;
    }

    /** Those of goods that come back first: their words hold the others. */
    private static Map<String, Pattern> words() {
        Map<String, Pattern> words = new LinkedHashMap<>();
        words.put("RX", Pattern.compile("\\bre ?export" + ENDINGS + "|\\bwiederausfuhr\\p{L}*|再輸出|재수출|转口出口"));
        words.put("RM", Pattern.compile("\\bre ?import" + ENDINGS + "|\\bwiedereinfuhr\\p{L}*|再輸入|재수입"));
        words.put("M", Pattern.compile("\\bimport" + ENDINGS + "|\\b(einfuhr|invoer|ithalat)\\p{L}*|\\bnhap khau\\b|輸入|수입|进口"));
        words.put("X", Pattern.compile("\\b(export|esport)" + ENDINGS + "|\\b(ausfuhr|uitvoer|ihracat)\\p{L}*|\\bxuat khau\\b|輸出|수출|出口"));
        return words;
    }
}
