package io.leasehold.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.leasehold.cli.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks servers for JSON. Redirects are not followed: a token goes to the address that it is meant for. */
public final class Http implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(90);
    private static final int OK = 200;

    /** Made while the first call is under way. */
    private final CompletableFuture<JsonMapper> json = CompletableFuture.supplyAsync(Http::mapper);

    private @Nullable HttpClient plain;
    private @Nullable HttpClient secure;

    /** @param body what was answered; missing where that was nothing or no JSON */
    public record Answer(URI address, int status, JsonNode body) {
        public boolean success() {
            return status / 100 == 2;
        }

        /** What was answered may hold tokens. */
        @Override
        public String toString() {
            return "Answer[" + address + ", " + status + "]";
        }
    }

    public Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(response.uri(), response.statusCode(), parse(response.body()));
    }

    /**
     * Writes out what is answered as it comes.
     *
     * @return the answer where it was no success, of which nothing is written
     * @throws Failure when it ends before its end
     */
    public Optional<Answer> download(HttpRequest.Builder request, Writer to) {
        HttpResponse<InputStream> response = exchange(request, HttpResponse.BodyHandlers.ofInputStream());
        try (Reader body = new InputStreamReader(response.body(), UTF_8)) {
            if (response.statusCode() != OK) {
                StringWriter refused = new StringWriter();
                body.transferTo(refused);
                return Optional.of(new Answer(response.uri(), response.statusCode(), parse(refused.toString())));
            }
            body.transferTo(to);
            to.flush();
            return Optional.empty();
        } catch (IOException cut) {
            throw Failure.unfinished("The answer broke off. What was written is not all of it.");
        }
    }

    /** For answers that are more than JSON. */
    public <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        HttpRequest built = request.timeout(ANSWER_TIMEOUT).build();
        try {
            return client(built.uri()).send(built, handler);
        } catch (IOException failure) {
            throw Failure.failed(origin(built.uri()) + " can't be reached: " + reason(failure)
                    + ". Check the address, and whether Leasehold runs there.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Failure.unfinished("Stopped while waiting for an answer. Whether it was done is not known.");
        }
    }

    private HttpClient client(URI address) {
        if ("https".equals(address.getScheme())) {
            if (secure == null) {
                secure = builder().build();
            }
            return secure;
        }
        if (plain == null) {
            plain = builder().sslContext(NoTls.context()).build();
        }
        return plain;
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                // Over plain HTTP an upgrade would be tried first.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT);
    }

    /** One that has read something: most of the time goes into the first reading. */
    private static JsonMapper mapper() {
        JsonMapper mapper = new JsonMapper();
        try {
            mapper.readTree("{}");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return mapper;
    }

    private JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.join().readTree(body);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? "nobody listens there" : failure.getMessage();
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    @Override
    public void close() {
        if (plain != null) {
            plain.shutdownNow();
        }
        if (secure != null) {
            secure.shutdownNow();
        }
    }
}
