package dev.lodestone.report.internal.html;

import dev.lodestone.report.ReportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files that pages are made with: the user's folder first, then ours. Names are relative, with {@code /} between folders. */
public final class TemplateFiles {

    private static final String SHIPPED = "/dev/lodestone/report/templates/";

    /** Fonts for characters that the shipped ones lack. */
    private static final String FONTS = "fonts";

    private final Optional<Path> folder;

    private TemplateFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    public static TemplateFiles shipped() {
        return new TemplateFiles(Optional.empty());
    }

    /**
     * These files, unless the folder holds one of the same name.
     *
     * @throws ReportException when there is no such folder, or it holds a name that nothing reads
     */
    public TemplateFiles overriddenBy(Path userFolder) {
        if (!Files.isDirectory(userFolder)) {
            throw new ReportException("no such template folder: '" + userFolder + "'");
        }
        TemplateFiles both = new TemplateFiles(Optional.of(userFolder.toAbsolutePath().normalize()));
        HouseStyle.check(userFolder.toAbsolutePath().normalize(), both);
        return both;
    }

    /** The user's folder of fonts, where there is one. */
    public Optional<Path> fonts() {
        return folder.map(f -> f.resolve(FONTS)).filter(Files::isDirectory);
    }

    /** A text file in UTF-8, wherever it is found first. */
    Optional<TextFile> findText(String name) {
        Optional<TextFile> own = findUserText(name);
        return own.isPresent() ? own : findShippedText(name);
    }

    /** A text file of the user's folder only. */
    Optional<TextFile> findUserText(String name) {
        return findUserBytes(name).map(bytes -> decode(bytes, userPath(name).orElseThrow().toString()));
    }

    Optional<TextFile> findShippedText(String name) {
        return findShippedBytes(name).map(bytes -> decode(bytes, name));
    }

    /** A file as it is, wherever it is found first. */
    Optional<byte[]> findBytes(String name) {
        Optional<byte[]> own = findUserBytes(name);
        return own.isPresent() ? own : findShippedBytes(name);
    }

    /** How messages call a file: the path of a user's, the name of a shipped one. */
    String label(String name) {
        return userPath(name).map(Path::toString).orElse(name);
    }

    TextFile getText(String name) {
        return findText(name).orElseThrow(() -> new ReportException("no such template file: '" + name + "'"));
    }

    private Optional<byte[]> findUserBytes(String name) {
        Optional<Path> path = userPath(name);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(path.get()));
        } catch (IOException e) {
            throw new ReportException("cannot be read: " + e.getMessage(), path.get().toString(), 0, 0, e);
        }
    }

    private Optional<Path> userPath(String name) {
        return folder.map(f -> f.resolve(name).normalize())
                .filter(p -> p.startsWith(folder.orElseThrow()))
                .filter(Files::isRegularFile);
    }

    private static Optional<byte[]> findShippedBytes(String name) {
        try (InputStream in = TemplateFiles.class.getResourceAsStream(SHIPPED + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new ReportException("cannot be read: " + e.getMessage(), name, 0, 0, e);
        }
    }

    private static TextFile decode(byte[] bytes, String label) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new TextFile(label, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new ReportException("is not UTF-8 text", label, 0, 0, e);
        }
    }

    /**
     * A text file.
     *
     * @param label how messages call it: the path of a user's file, the name of a shipped one
     * @param text its text
     */
    record TextFile(String label, String text) {
    }
}
