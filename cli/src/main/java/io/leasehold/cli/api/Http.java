package io.leasehold.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.leasehold.cli.failure.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Asks servers for JSON. Redirects are not followed: a token goes to the address that it is meant for. */
public final class Http implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(90);

    private final JsonMapper json = new JsonMapper();
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
        HttpRequest built = request.timeout(ANSWER_TIMEOUT).build();
        try {
            HttpResponse<String> response = client(built.uri()).send(built, HttpResponse.BodyHandlers.ofString());
            return new Answer(built.uri(), response.statusCode(), parse(response.body()));
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
            plain = builder().sslContext(trustingNobody()).build();
        }
        return plain;
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                // Over plain HTTP an upgrade would be tried first.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT);
    }

    /** A client wants one in any case, and the usual one reads all of the platform's certificates. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : json.readTree(body);
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
