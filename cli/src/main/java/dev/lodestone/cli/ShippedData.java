package dev.lodestone.cli;

import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.register.RegisterSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** What is packed into the application: registers and real statistics, so that it answers without a file of the user's. */
final class ShippedData {

    private static final String REGISTERS = "dev/lodestone/data/registers";
    private static final String TRADE = "dev/lodestone/data/trade/";
    private static final String TABLE = ".csv";

    private ShippedData() {}

    static RegisterSource registers() {
        return RegisterSource.ofClassPath(ShippedData.class.getClassLoader(), REGISTERS);
    }

    /** The text of one of these registers, such as {@code rare-earths/production.csv}; empty where there is none of that name. */
    static Optional<String> register(String name) throws IOException {
        Optional<InputStream> opened = registers().open(name);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = opened.get()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The shipped statistics by name, each named {@code data/trade/...} wherever the application stands. */
    static List<InputSource> trade() throws IOException {
        URL folder = ShippedData.class.getClassLoader().getResource(TRADE);
        if (folder == null) {
            throw new IOException("the application is not whole: it holds no " + TRADE + "; build it again");
        }
        List<String> names = folder.openConnection() instanceof JarURLConnection jar ? namesIn(jar) : namesIn(folder);
        return names.stream().sorted().map(ShippedData::source).toList();
    }

    private static InputSource source(String name) {
        return InputSource.ofResource("data/trade/" + name, ShippedData.class.getClassLoader().getResource(TRADE + name));
    }

    private static List<String> namesIn(JarURLConnection jar) throws IOException {
        return jar.getJarFile().stream()
                .map(JarEntry::getName)
                .filter(name -> name.startsWith(TRADE) && name.endsWith(TABLE))
                .map(name -> name.substring(TRADE.length()))
                .toList();
    }

    private static List<String> namesIn(URL folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(new URI(folder.toString())))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(TABLE)).toList();
        } catch (URISyntaxException e) {
            throw new IOException("cannot list " + folder, e);
        }
    }
}
