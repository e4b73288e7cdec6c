package dev.lodestone.ingest.internal.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A query that gives a layout's rows, over JDBC. Only layouts of the user have one: a file of data never brings its own.
 *
 * @param url JDBC address; its driver is on the class path
 * @param properties the driver's properties; {@code ${NAME}} stands for an environment variable, so that no password is in a file
 * @param sql one query that selects the layout's columns; {@code {file}} stands for the data file's path as an SQL text
 * @param timeoutSeconds after how long the query is given up
 */
public record QueryRule(String url, Map<String, String> properties, String sql, int timeoutSeconds) {

    private static final String FILE = "{file}";
    private static final int DEFAULT_TIMEOUT = 600;

    public QueryRule {
        properties = Map.copyOf(properties);
    }

    static QueryRule read(YamlNode node) {
        Map<String, YamlNode> entries = node.entries("url", "properties", "sql", "timeout-seconds");
        String url = node.required(entries, "url").text();
        if (!url.startsWith("jdbc:")) {
            throw entries.get("url").wrong("expected a JDBC address such as 'jdbc:duckdb:'");
        }
        return new QueryRule(
                url,
                Optional.ofNullable(entries.get("properties")).map(YamlNode::words).orElse(Map.of()),
                node.required(entries, "sql").text(),
                Optional.ofNullable(entries.get("timeout-seconds")).map(each -> each.integer(1, 86_400)).orElse(DEFAULT_TIMEOUT));
    }

    /** Whether the query reads a data file. */
    public boolean readsFile() {
        return sql.contains(FILE);
    }

    /** The query for a data file; its path is one SQL text whatever characters it has. */
    public String sqlFor(String path) {
        return sql.replace(FILE, "'" + path.replace("'", "''") + "'");
    }

    /** The properties, with the environment variables that they name. */
    public Map<String, String> propertiesFrom(Map<String, String> environment) {
        Map<String, String> resolved = new LinkedHashMap<>();
        properties.forEach((key, value) -> {
            boolean named = value.startsWith("${") && value.endsWith("}");
            resolved.put(key, named ? environment.getOrDefault(value.substring(2, value.length() - 1), "") : value);
        });
        return resolved;
    }
}
