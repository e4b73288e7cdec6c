package dev.lodestone.ingest.internal.layout;

import dev.lodestone.ingest.IngestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A node of a layout file that knows its file and line, so that whatever is wrong with it can be named. */
final class YamlNode {

    private final String file;
    private final Node node;

    private YamlNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    static YamlNode parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            // What the library's Compose does: that one stands in a package that its module does not export.
            Node root = new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
                    .getSingleNode()
                    .orElseThrow(() -> new IngestException(file, "the layout file is empty"));
            return new YamlNode(file, root);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new IngestException(file + ":" + line, e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new IngestException(file, "is no YAML: " + e.getMessage(), e);
        }
    }

    /** The entries of a mapping, all of whose keys must be known. */
    Map<String, YamlNode> entries(String... known) {
        Map<String, YamlNode> entries = entries();
        List<String> allowed = List.of(known);
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.wrong("unknown key '" + key + "', expected one of " + new TreeSet<>(allowed));
            }
        });
        return entries;
    }

    /** The entries of a mapping with any keys. */
    Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected a mapping of keys to values");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new YamlNode(file, tuple.getKeyNode()).text();
            if (entries.put(key, new YamlNode(file, tuple.getValueNode())) != null) {
                throw wrong("key '" + key + "' stands twice");
            }
        }
        return entries;
    }

    List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list");
        }
        List<YamlNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new YamlNode(file, item)));
        return items;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("expected a single text");
        }
        return scalar.getValue();
    }

    /** One text or a list of texts. */
    List<String> texts() {
        return isText() ? List.of(text()) : items().stream().map(YamlNode::text).toList();
    }

    int integer(int least, int most) {
        try {
            int value = Integer.parseInt(text());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, together with a number out of range
        }
        throw wrong("expected a whole number from " + least + " to " + most + ", found '" + text() + "'");
    }

    double positive() {
        try {
            double value = Double.parseDouble(text());
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, together with a number out of range
        }
        throw wrong("expected a number above 0, found '" + text() + "'");
    }

    Pattern pattern() {
        try {
            return Pattern.compile(text());
        } catch (PatternSyntaxException e) {
            throw wrong("is no regular expression: " + e.getDescription());
        }
    }

    /** A mapping of texts to texts. */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        entries().forEach((key, value) -> words.put(key, value.text()));
        return words;
    }

    <E extends Enum<E>> E oneOf(Class<E> words) {
        for (E each : words.getEnumConstants()) {
            if (Layout.word(each).equals(text())) {
                return each;
            }
        }
        List<String> allowed = new ArrayList<>();
        for (E each : words.getEnumConstants()) {
            allowed.add(Layout.word(each));
        }
        throw wrong("expected one of " + allowed + ", found '" + text() + "'");
    }

    YamlNode required(Map<String, YamlNode> entries, String key) {
        return Optional.ofNullable(entries.get(key)).orElseThrow(() -> wrong("key '" + key + "' is missing"));
    }

    IngestException wrong(String message) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        return new IngestException(file + ":" + line, message);
    }
}
