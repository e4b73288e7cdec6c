package dev.lodestone.ingest.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A small sound folder of registers that a test breaks in one place. */
final class RegisterFolder {

    static final String STAGES = "tin/stages.csv";
    static final String COMMODITIES = "tin/commodities.csv";
    static final String COMMITMENTS = "tin/commitments.csv";

    private final Path root;

    private RegisterFolder(Path root) {
        this.root = root;
    }

    static RegisterFolder sound(Path root) throws IOException {
        RegisterFolder folder = new RegisterFolder(root);
        folder.write(
                "economies.csv",
                header(RegisterTable.ECONOMIES),
                "JPN,Japan,Japan,Japanese,JP,392,,,5880,,economy,,,",
                "CHN,China,China,Chinese,CN,156,,,5700,PR China,economy,,,",
                "GBR,United Kingdom,the United Kingdom,British,GB,826,,GB|XI|XU,4120,UK,economy,,,",
                "EUU,European Union,the European Union,European,EU,97,,,,,bloc,,,");
        folder.write(
                "groups.csv",
                header(RegisterTable.GROUPS),
                "G7,G7,JPN,1975-11-15,,summit",
                "EUU,European Union,GBR,1973-01-01,2020-01-31,treaty");
        folder.write("exchange-rates.csv", header(RegisterTable.EXCHANGE_RATES), "USD,EUR,2024,1.08,bank");
        folder.write("tin/material.csv", header(RegisterTable.MATERIAL), "tin,Tin,tin,CHN,");
        folder.write(STAGES, header(RegisterTable.STAGES), "ore,Ores,tin ores,1,", "metal,Metal,tin metal,2,");
        folder.write(
                COMMODITIES,
                header(RegisterTable.COMMODITIES),
                "ore,HS,260900,Tin ores,measure,yes,,,,,,nomenclature,verified",
                "metal,HS,8001,Unwrought tin,measure,yes,1988,,,,,nomenclature,verified");
        folder.write(COMMITMENTS, header(RegisterTable.COMMITMENTS), commitment("JP-1"));
        folder.write(
                "tin/events.csv",
                header(RegisterTable.EVENTS),
                "2024-05-law,2024-05-01,2024-05,CHN,JPN|G7,law,A law,Something happened.,ore,yes,paper,verified");
        folder.write(
                "tin/production.csv", header(RegisterTable.PRODUCTION), "mine-production,CHN,ore,tin,2024,>95,%,E2025,survey,verified,");
        folder.write(
                "tin/projects.csv",
                header(RegisterTable.PROJECTS),
                "Mine,JPN,ore|recycling,JPN|G7,12.5,t/year,2027,planned,Planned,,project,paper,verified,");
        return folder;
    }

    /** A sound commitment whose cells after {@code supersedes} and before it are plain. */
    static String commitment(String id) {
        return id + ",JPN|G7,each,supplier-share-ceiling,Law,Less from one country.,2024-05-23,ore|metal,260900,no,CHN,<=,0.65,1,value,"
                + "imports,0.8,2020,2030-12-31,,,,no,trade data,,paper,https://example.org/a,2026-11-21,verified,,";
    }

    static String header(RegisterTable table) {
        return String.join(",", table.columns());
    }

    void write(String name, String... lines) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, Arrays.asList(lines), StandardCharsets.UTF_8);
    }

    void append(String name, String... lines) throws IOException {
        Path file = root.resolve(name);
        String text = Files.readString(file) + Arrays.stream(lines).map(l -> l + "\n").collect(Collectors.joining());
        Files.writeString(file, text);
    }

    void replace(String name, String from, String to) throws IOException {
        Path file = root.resolve(name);
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(name + " holds no '" + from + "'");
        }
        Files.writeString(file, text.replace(from, to));
    }

    void delete(String name) throws IOException {
        Files.delete(root.resolve(name));
    }

    Path root() {
        return root;
    }

    List<String> names() throws IOException {
        return RegisterSource.ofDirectory(root).list();
    }
}
