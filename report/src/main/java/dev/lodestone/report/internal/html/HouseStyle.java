package dev.lodestone.report.internal.html;

import dev.lodestone.model.text.Language;
import dev.lodestone.model.text.NearestName;
import dev.lodestone.model.text.Sentence;
import dev.lodestone.report.ReportException;
import dev.lodestone.report.internal.html.TemplateFiles.TextFile;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks through a user's folder for names that nobody reads: a file, a text, a colour. Each would change nothing, without a word.
 *
 * <p>Files of kinds that pages are not made of (notes, licences, sources of a drawing) may lie there, and so may what begins with a dot.
 */
final class HouseStyle {

    private static final Set<String> FILES = Set.of(
            "blocks.ftlh", "briefing.ftlh", "editions.ftlh", "frame.ftlh", "index.ftlh", "methods.ftlh", "summary.ftlh", "text.ftlh", "page.js",
            "screen.css", "print.css", "extra.css", "extra-print.css", "logo.svg", "logo.png");
    private static final String LANGUAGES = "text/languages.properties";
    private static final List<String> KINDS = List.of("briefing", "statements", "workbook");
    private static final Pattern READ = Pattern.compile(".*\\.(ftlh?|css|js|properties|svg|png)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE = Pattern.compile("logo\\.(svgz?|png|jpe?g|gif|webp|bmp|tiff?|ico)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLOUR = Pattern.compile("(?m)(?:^|[{;\\s])(--[\\w-]+)\\s*:\\s*([^;}]*)");
    private static final Pattern USE = Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*(,?)");
    /** What WCAG 2 asks of text (success criterion 1.4.3). */
    private static final double LEGIBLE = 4.5;
    private static final List<String> TEXTS = List.of("--ink", "--navy", "--teal", "--red", "--amber", "--green", "--muted");
    private static final List<String> GROUNDS = List.of("--paper", "--faint", "--warm");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /** The colours that CSS has names for, and words that stand for one. */
    private static final Set<String> NAMED_COLOURS = Set.of("""
            aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue
            chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey
            darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray
            darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen
            fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
            lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen
            lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime
            limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
            mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive
            olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
            powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue
            slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke
            yellow yellowgreen transparent currentcolor inherit initial unset revert canvas canvastext linktext graytext highlight
            highlighttext buttonface buttontext field fieldtext mark marktext
            """.strip().split("\\s+"));

    private final Path folder;
    private final TemplateFiles files;
    private final List<String> names;
    private final String templates;

    private HouseStyle(Path folder, TemplateFiles files) {
        this.folder = folder;
        this.files = files;
        this.names = namesIn(folder);
        this.templates = String.join("\n", names.stream().filter(n -> n.endsWith(".ftlh")).map(n -> files.getText(n).text()).toList());
    }

    /** @throws ReportException naming the first file, text or colour that nothing reads, with the nearest that something does */
    static void check(Path folder, TemplateFiles files) {
        HouseStyle style = new HouseStyle(folder, files);
        style.names.forEach(style::checkFile);
        style.checkColours();
    }

    /** The files that are shipped by a name of their own, or may be added by one. */
    static Set<String> fileNames() {
        return FILES;
    }

    private static List<String> namesIn(Path folder) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            paths.forEach(path -> {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (!Files.isRegularFile(path)) {
                    checkThatNoFileIsMeant(name, path);
                } else if (!name.startsWith(".") && !name.contains("/.")) {
                    found.add(name);
                }
            });
        } catch (IOException e) {
            throw new ReportException("cannot be read: " + e.getMessage(), folder.toString(), 0, 0, e);
        }
        return found.stream().sorted().toList();
    }

    /** A link that leads nowhere, or a folder, by the name of a file: the shipped one would stand in for it without a word. */
    private static void checkThatNoFileIsMeant(String name, Path path) {
        if (FILES.contains(name) || name.endsWith(".properties") && name.startsWith("text/")) {
            String problem = Files.isDirectory(path) ? "is a folder, where a file is needed" : "is no file that can be read; does a link lead nowhere?";
            throw new ReportException(problem, path.toString(), 0, 0, null);
        }
    }

    private void checkFile(String name) {
        if (name.endsWith(".properties") && name.startsWith("text/")) {
            checkTexts(name);
        } else if (!FILES.contains(name) && !isIncluded(name) && (READ.matcher(name).matches() || PICTURE.matcher(lastOf(name)).matches())) {
            throw new ReportException("nothing reads a file of this name" + hint(name), folder.resolve(name).toString(), 0, 0, null);
        }
    }

    /** A part that the user's own templates call by its name. */
    private boolean isIncluded(String name) {
        return name.endsWith(".ftlh") && templates.contains(name.substring(name.lastIndexOf('/') + 1));
    }

    private String hint(String name) {
        String last = lastOf(name);
        if (PICTURE.matcher(last).matches()) {
            return "; a logo is 'logo.svg' or 'logo.png', beside the templates";
        }
        if (FILES.contains(last) && !last.equals(name)) {
            return "; did you mean '" + last + "', not in a folder?";
        }
        Set<String> known = new TreeSet<>(FILES);
        textFiles().forEach(text -> {
            known.add(text);
            if (text.endsWith("/" + last)) {
                known.add(name);
            }
        });
        if (known.contains(name)) {
            return "; did you mean 'text/" + last + "'?";
        }
        return hint(name, known);
    }

    private Set<String> languages() {
        Map<String, String> tags = TextBundle.find(files, LANGUAGES).orElse(Map.of());
        return new TreeSet<>(tags.keySet());
    }

    private Set<String> textFiles() {
        Set<String> known = new TreeSet<>(Set.of(LANGUAGES));
        for (String tag : languages()) {
            known.add("text/" + tag + ".properties");
            KINDS.forEach(kind -> known.add("text/" + kind + "_" + tag + ".properties"));
        }
        return known;
    }

    private void checkTexts(String name) {
        if (name.equals(LANGUAGES)) {
            return;
        }
        Set<String> known = textFiles();
        if (!known.contains(name)) {
            String hint = hint(name, known);
            throw new ReportException(
                    "nothing reads a file of this name" + (hint.isEmpty() ? "; a language is told in " + LANGUAGES + ": " + String.join(", ", languages()) : hint),
                    folder.resolve(name).toString(), 0, 0, null);
        }
        String kind = KINDS.stream().filter(k -> name.startsWith("text/" + k + "_")).findFirst().orElse("");
        Map<String, String> english = english(kind);
        TextFile file = files.findUserText(name).orElseThrow();
        TextBundle.parse(file).forEach((key, text) -> {
            if (english.containsKey(key)) {
                if (!kind.isEmpty()) {
                    problemOf(key, text, english.get(key)).ifPresent(problem -> {
                        throw new ReportException(problem, file.label(), lineOf(file, key), 0, null);
                    });
                }
            } else if (!isOfALanguage(key) && !(kind.isEmpty() && templates.contains(key))) {
                throw new ReportException(
                        "there is no " + (kind.isEmpty() ? "word" : "sentence") + " '" + key + "' to replace" + hint(key, english.keySet()),
                        file.label(), lineOf(file, key), 0, null);
            }
        });
    }

    private Map<String, String> english(String kind) {
        if (kind.equals("statements")) {
            return Language.englishTexts();
        }
        String name = kind.isEmpty() ? "text/en.properties" : "text/" + kind + "_en.properties";
        return files.findShippedText(name).map(TextBundle::parse).orElse(Map.of());
    }

    /** What is wrong with the places of a sentence. */
    private static Optional<String> problemOf(String key, String text, String english) {
        try {
            int filled = Sentence.parse(english).places().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
            return Sentence.parse(text).places().stream().filter(place -> place >= filled).findFirst()
                    .map(place -> "the sentence '" + key + "' names place {" + place + "}, but only " + filled + " are filled");
        } catch (IllegalArgumentException e) {
            return Optional.of("the sentence '" + key + "': " + e.getMessage());
        }
    }

    private static boolean isOfALanguage(String key) {
        return key.startsWith("plural.") || key.startsWith("form.") || key.equals("format.date-first") || key.equals("format.month");
    }

    private static int lineOf(TextFile file, String key) {
        Matcher at = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(key) + "[ \\t]*([=:\\s]|$)").matcher(file.text());
        return at.find() ? line(file.text(), at.end(0) - 1) : 0;
    }

    /** Colours are the variables of the screen's style sheet; paper knows none. */
    private void checkColours() {
        String screen = without(COMMENT, files.getText("screen.css").text());
        Map<String, String> told = new TreeMap<>();
        find(COLOUR, screen, at -> told.put(at.group(1), at.group(2).strip()));
        Map<String, String> light = new TreeMap<>();
        find(COLOUR, screen, at -> light.putIfAbsent(at.group(1), at.group(2).strip()));
        for (String name : List.of("extra.css", "screen.css")) {
            files.findUserText(name).ifPresent(sheet -> {
                checkColours(sheet, told);
                checkContrast(sheet, light);
            });
        }
        for (String name : List.of("extra-print.css", "print.css")) {
            files.findUserText(name).ifPresent(sheet -> {
                String css = without(COMMENT, sheet.text());
                find(COLOUR, css, at -> refuse(sheet, at.start(1), "paper's style sheet knows no variables such as '" + at.group(1) + "'; say the colour in each rule"));
                find(USE, css, at -> refuse(sheet, at.start(1), "paper's style sheet knows no variables such as '" + at.group(1) + "'; say the colour in each rule"));
            });
        }
    }

    private void checkColours(TextFile sheet, Map<String, String> told) {
        String css = without(COMMENT, sheet.text());
        Set<String> used = new TreeSet<>();
        Set<String> own = new TreeSet<>(told.keySet());
        find(USE, css, at -> used.add(at.group(1)));
        find(COLOUR, css, at -> own.add(at.group(1)));
        find(COLOUR, css, at -> {
            String name = at.group(1);
            String value = at.group(2).strip();
            if (!told.containsKey(name) && !used.contains(name) && !templates.contains(name)) {
                NearestName.of(name, told.keySet())
                        .ifPresent(near -> refuse(sheet, at.start(1), "no rule uses the colour '" + name + "'; did you mean '" + near + "'?"));
            }
            String word = value.replaceFirst("\\s*!important$", "").toLowerCase(Locale.ROOT);
            if (told.getOrDefault(name, "").startsWith("#") && word.matches("[a-z]+") && !NAMED_COLOURS.contains(word)) {
                refuse(sheet, at.start(2), "'" + value + "' is the name of no colour" + hint(word, NAMED_COLOURS));
            }
            if (told.getOrDefault(name, "").startsWith("#") && (value.isEmpty() || value.startsWith("#") && !value.matches("#(\\p{XDigit}{3,4}|\\p{XDigit}{6}|\\p{XDigit}{8})(\\s*!important)?"))) {
                refuse(sheet, at.start(2), "'" + value + "' is no colour: #rgb or #rrggbb");
            }
        });
        find(USE, css, at -> {
            if (at.group(2).isEmpty() && !own.contains(at.group(1))) {
                refuse(sheet, at.start(1), "there is no colour '" + at.group(1) + "'" + hint(at.group(1), own));
            }
        });
    }

    /** Text in colours of one's own must be read on every ground that pages have, by everybody. */
    private void checkContrast(TextFile sheet, Map<String, String> light) {
        Map<String, MatchResult> changed = new TreeMap<>();
        String css = without(COMMENT, sheet.text());
        // What is said first is said for light pages; those in the dark have colours of their own.
        find(COLOUR, css, at -> changed.putIfAbsent(at.group(1), at.toMatchResult()));
        Map<String, String> all = new TreeMap<>(light);
        changed.forEach((name, at) -> all.put(name, at.group(2).strip()));
        for (String text : TEXTS) {
            for (String ground : GROUNDS) {
                MatchResult at = changed.getOrDefault(text, changed.get(ground));
                double contrast = at == null ? LEGIBLE : Contrast.between(all.getOrDefault(text, ""), all.getOrDefault(ground, "")).orElse(LEGIBLE);
                if (contrast < LEGIBLE) {
                    refuse(sheet, at.start(2), "text in " + text + " (" + all.get(text) + ") is not legible on " + ground + " (" + all.get(ground)
                            + String.format(Locale.ROOT, "): its contrast is %.2f, and 4.5 is needed", contrast));
                }
            }
        }
    }

    private static void find(Pattern pattern, String text, Consumer<Matcher> told) {
        Matcher at = pattern.matcher(text);
        while (at.find()) {
            told.accept(at);
        }
    }

    private static void refuse(TextFile sheet, int offset, String problem) {
        int column = offset - sheet.text().lastIndexOf('\n', offset - 1);
        throw new ReportException(problem, sheet.label(), line(sheet.text(), offset), column, null);
    }

    /** Blanks in place of what matches, so that places stay. */
    private static String without(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(at -> at.group().replaceAll("[^\\n]", " "));
    }

    private static int line(String text, int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private static String lastOf(String name) {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Ends a message: {@code ; did you mean 'x'?}, or nothing. */
    private static String hint(String wrong, Collection<String> known) {
        return NearestName.of(wrong, known).map(name -> "; did you mean '" + name + "'?").orElse("");
    }
}
