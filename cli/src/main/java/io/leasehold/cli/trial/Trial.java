package io.leasehold.cli.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leasehold.cli.api.Http;
import io.leasehold.cli.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * What came of one request through a lease, as it was seen from here.
 *
 * @param headAfter from sending to the end of the headers
 * @param firstByteAfter from sending to the first byte of the body; the end where there is none
 */
record Trial(
        int status, HttpHeaders headers, String body, Duration headAfter, Duration firstByteAfter, Duration endAfter) {
    private static final int BUFFER = 8192;

    static Trial run(Http http, String baseUrl, String token, Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(baseUrl, question.path()))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(question.body().toString()));
        question.headers().forEach(request::header);
        long sentAt = System.nanoTime();
        HttpResponse<InputStream> response = http.exchange(request, BodyHandlers.ofInputStream());
        Duration headAfter = since(sentAt);
        var whole = new ByteArrayOutputStream();
        Duration firstByteAfter = null;
        try (InputStream body = response.body()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                firstByteAfter = firstByteAfter == null ? since(sentAt) : firstByteAfter;
                whole.write(buffer, 0, read);
            }
        } catch (IOException cut) {
            throw Failure.failed("The answer broke off after " + whole.size() + " bytes.");
        }
        Duration endAfter = since(sentAt);
        return new Trial(
                response.statusCode(),
                response.headers(),
                whole.toString(UTF_8),
                headAfter,
                firstByteAfter == null ? endAfter : firstByteAfter,
                endAfter);
    }

    boolean success() {
        return status / 100 == 2;
    }

    Optional<String> requestId() {
        return headers.firstValue("x-request-id");
    }

    private static URI address(String baseUrl, String path) {
        try {
            return URI.create(baseUrl.replaceAll("/+$", "") + path);
        } catch (IllegalArgumentException malformed) {
            throw Failure.wrongUse("This is no address: " + baseUrl);
        }
    }

    private static Duration since(long sentAt) {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }
}
