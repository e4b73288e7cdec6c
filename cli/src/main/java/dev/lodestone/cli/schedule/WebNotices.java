package dev.lodestone.cli.schedule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Posts a small JSON object to an address on publication and on failure. */
public final class WebNotices implements Notices {

    private final String name;
    private final URI address;
    private final Duration timeout;

    /**
     * @param name the option that asks for it
     * @param address an http or https address
     * @param timeout after which an attempt is given up
     */
    public WebNotices(String name, URI address, Duration timeout) {
        if (address.getHost() == null || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            throw new IllegalArgumentException("'" + address + "' is no http or https address");
        }
        this.name = name;
        this.address = address;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean takes(Notice.Event event) {
        return true;
    }

    @Override
    public Optional<String> tell(Notice notice) {
        Map<String, String> about = new TreeMap<>(notice.about());
        about.put("event", notice.event().code());
        about.put("time", notice.time().toString());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(about)))
                .build();
        String webhook = "the webhook at " + address.getHost();
        // Without an offer to go on in HTTP/2, which small receivers take for something to be refused.
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(timeout).build();
        try {
            // A request's own timeout ends with the headers of the answer, which may be followed by a body without end.
            int status = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            if (status >= 300 && status < 400) {
                return Optional.of(webhook + " answered " + status + ": a redirect is not followed, give the address that it leads to");
            }
            return status < 400 ? Optional.empty() : Optional.of(webhook + " answered " + status);
        } catch (TimeoutException e) {
            return Optional.of(tooLate(webhook));
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() instanceof HttpTimeoutException ? tooLate(webhook) : "cannot reach " + webhook + ": " + reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("stopped while the webhook was being called");
        } finally {
            client.shutdownNow();
        }
    }

    private String tooLate(String webhook) {
        return webhook + " took longer than " + timeout.toSeconds() + " s and was given up";
    }

    /** The client names the kind of a failure and leaves its message empty where nobody answers. */
    private static String reason(Throwable failure) {
        boolean named = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(UnresolvedAddressException.class::isInstance);
        if (named) {
            return "there is no host of this name";
        }
        if (failure instanceof ConnectException) {
            return "nothing takes the connection there";
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
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
