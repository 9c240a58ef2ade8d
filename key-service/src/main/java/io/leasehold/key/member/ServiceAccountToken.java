package io.leasehold.key.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.kit.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The access token of a client's service account, kept until shortly before it expires. */
final class ServiceAccountToken {
    private static final long MARGIN = TimeUnit.SECONDS.toNanos(10);

    private final HttpClient http;
    private final URI endpoint;
    private final String form;
    private final Duration timeout;
    private String token = "";
    private long usableUntil = System.nanoTime();

    ServiceAccountToken(HttpClient http, URI issuer, String clientId, String clientSecret, Duration timeout) {
        this.http = http;
        this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
        this.form = "grant_type=client_credentials&client_id=" + URLEncoder.encode(clientId, UTF_8) + "&client_secret="
                + URLEncoder.encode(clientSecret, UTF_8);
        this.timeout = timeout;
    }

    synchronized String get() throws IOException, InterruptedException {
        if (usableUntil - System.nanoTime() <= 0) {
            ask();
        }
        return token;
    }

    /** The next {@link #get} asks anew. */
    synchronized void forget() {
        usableUntil = System.nanoTime();
    }

    private void ask() throws IOException, InterruptedException {
        long askedAt = System.nanoTime();
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(endpoint)
                        .timeout(timeout)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the identity provider gives no token to leasehold.members.client-id, status "
                    + response.statusCode());
        }
        JsonNode answer = Json.events().readTree(response.body());
        token = answer.required("access_token").asText();
        usableUntil =
                askedAt + TimeUnit.SECONDS.toNanos(answer.path("expires_in").asLong(60)) - MARGIN;
    }

    @Override
    public String toString() {
        return "ServiceAccountToken[" + endpoint + "]";
    }
}
