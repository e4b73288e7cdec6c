package dev.lodestone.cli.schedule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts a small JSON object to an address on publication and on failure. */
public final class WebNotices implements Notices {

    private final URI address;
    private final Duration timeout;

    /**
     * @param address an http or https address
     * @param timeout after which an attempt is given up
     */
    public WebNotices(URI address, Duration timeout) {
        if (address.getHost() == null || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            throw new IllegalArgumentException("'" + address + "' is no http or https address");
        }
        this.address = address;
        this.timeout = timeout;
    }

    @Override
    public List<String> published(RunResult result) {
        return post(new TreeMap<>(Map.of("event", "published", "outcome", result.outcome(), "edition", result.edition())));
    }

    @Override
    public List<String> failed(String error, int failures) {
        return post(new TreeMap<>(Map.of("event", "failed", "error", error, "failures", Integer.toString(failures))));
    }

    /** What went wrong; empty if nothing did. */
    private List<String> post(Map<String, String> about) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(about)))
                .build();
        String webhook = "the webhook at " + address.getHost();
        HttpClient client = HttpClient.newBuilder().connectTimeout(timeout).build();
        try {
            // A request's own timeout ends with the headers of the answer, which may be followed by a body without end.
            int status = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            if (status >= 300 && status < 400) {
                return List.of(webhook + " answered " + status + ": a redirect is not followed, give the address that it leads to");
            }
            return status < 400 ? List.of() : List.of(webhook + " answered " + status);
        } catch (TimeoutException e) {
            return List.of(tooLate(webhook));
        } catch (ExecutionException e) {
            return List.of(e.getCause() instanceof HttpTimeoutException ? tooLate(webhook) : "cannot reach " + webhook + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("stopped while the webhook was being called");
        } finally {
            client.shutdownNow();
        }
    }

    private String tooLate(String webhook) {
        return webhook + " took longer than " + timeout.toSeconds() + " s and was given up";
    }

    private static byte[] json(Map<String, String> about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : about.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
