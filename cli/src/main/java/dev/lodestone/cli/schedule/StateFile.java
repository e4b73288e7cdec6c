package dev.lodestone.cli.schedule;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.lodestone.report.edition.Question;
import dev.lodestone.report.edition.TextFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file that holds a schedule's state, {@code OUT/.schedule-NAME.json}; replaced whole, so that a kill leaves the old or the new one.
 * Several schedules may publish into one folder, each with a name and a state of its own.
 */
public final class StateFile {

    private static final Pattern NAME = Pattern.compile("\\.schedule-([a-z0-9-]+)\\.json");

    private final Path file;

    /**
     * @param out where the schedule publishes
     * @param name its name there: lower-case letters, digits and hyphens
     */
    public StateFile(Path out, String name) {
        this.file = out.resolve(".schedule-" + name + ".json");
        if (!NAME.matcher(file.getFileName().toString()).matches()) {
            throw new IllegalArgumentException("no name for a schedule: '" + name + "'");
        }
    }

    /** Names of the schedules that have run into a folder, sorted. */
    public static List<String> namesIn(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString())).filter(Matcher::matches).map(m -> m.group(1)).sorted().toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /**
     * The state; empty before the first run.
     *
     * @throws IOException if the file is there and cannot be read or is not sound
     */
    public Optional<ScheduleState> read() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        SortedMap<String, String> fields = new TreeMap<>();
        List<Untold> untold = new ArrayList<>();
        Optional<Question> asked = Optional.empty();
        try (JsonParser json = new JsonFactory().createParser(bytes)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("asked") && value == JsonToken.START_OBJECT) {
                    asked = Optional.of(new Question(TextFields.read(json)));
                } else if (name.equals("untold") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        untold.add(untold(TextFields.read(json)));
                    }
                } else if (value.isScalarValue()) {
                    fields.put(name, value == JsonToken.VALUE_NULL ? "" : json.getText());
                } else {
                    json.skipChildren();
                }
            }
            return Optional.of(new ScheduleState(
                    fields.getOrDefault("material", ""),
                    fields.getOrDefault("cron", ""),
                    fields.getOrDefault("zone", ""),
                    instant(fields, "lastRun"),
                    instant(fields, "lastSuccess"),
                    Integer.parseInt(fields.getOrDefault("failures", "0")),
                    fields.getOrDefault("lastError", ""),
                    fields.getOrDefault("lastOutcome", ""),
                    fields.getOrDefault("edition", ""),
                    untold,
                    fields.getOrDefault("watched", ""),
                    Boolean.parseBoolean(fields.getOrDefault("unfinished", "")),
                    fields.getOrDefault("told", ""),
                    asked));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(file + " is not sound; remove it and the next run begins anew", e);
        }
    }

    /** What is not of the way or its attempts is what the notice says. */
    private static Untold untold(SortedMap<String, String> fields) {
        SortedMap<String, String> about = new TreeMap<>(fields);
        about.keySet().removeAll(List.of("way", "event", "time", "since", "attempts", "next", "answer"));
        return new Untold(
                fields.getOrDefault("way", ""),
                new Notice(Notice.Event.of(fields.getOrDefault("event", "")), Instant.parse(fields.getOrDefault("time", "")), about),
                Instant.parse(fields.getOrDefault("since", "")),
                Integer.parseInt(fields.getOrDefault("attempts", "")),
                instant(fields, "next"),
                fields.getOrDefault("answer", ""));
    }

    /** As {@code status} tells it, too. */
    public static void write(List<Untold> untold, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("untold");
        for (Untold one : untold) {
            json.writeStartObject();
            json.writeStringField("way", one.way());
            json.writeStringField("event", one.notice().event().code());
            json.writeStringField("time", one.notice().time().toString());
            for (Map.Entry<String, String> about : one.notice().about().entrySet()) {
                json.writeStringField(about.getKey(), about.getValue());
            }
            json.writeStringField("since", one.since().toString());
            json.writeNumberField("attempts", one.attempts());
            json.writeStringField("next", one.next().map(Instant::toString).orElse(null));
            json.writeStringField("answer", one.answer());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Replaces the state. */
    public void write(ScheduleState state) throws IOException {
        Files.createDirectories(file.getParent());
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(toJson(state));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] toJson(ScheduleState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("material", state.material());
            json.writeStringField("cron", state.cron());
            json.writeStringField("zone", state.zone());
            json.writeStringField("lastRun", state.lastRun().map(Instant::toString).orElse(null));
            json.writeStringField("lastSuccess", state.lastSuccess().map(Instant::toString).orElse(null));
            json.writeNumberField("failures", state.failures());
            json.writeStringField("lastError", state.lastError());
            json.writeStringField("lastOutcome", state.lastOutcome());
            json.writeStringField("edition", state.edition());
            write(state.untold(), json);
            json.writeStringField("watched", state.watched());
            json.writeBooleanField("unfinished", state.unfinished());
            json.writeStringField("told", state.told());
            if (state.asked().isPresent()) {
                json.writeObjectFieldStart("asked");
                for (Map.Entry<String, String> option : state.asked().get().options().entrySet()) {
                    json.writeStringField(option.getKey(), option.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static Optional<Instant> instant(SortedMap<String, String> fields, String name) {
        String text = fields.getOrDefault(name, "");
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
