package io.leasehold.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.localstack.KeycloakAddress;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** A user's or node's token, asked for again before it expires. */
final class AccessToken {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Http http;
    private final KeycloakAddress keycloak;
    private final Map<String, String> grant;
    private String token = "";
    private Instant expires = Instant.EPOCH;

    private AccessToken(Http http, KeycloakAddress keycloak, Map<String, String> grant) {
        this.http = http;
        this.keycloak = keycloak;
        this.grant = grant;
    }

    static AccessToken ofUser(Http http, KeycloakAddress keycloak, String user) {
        return new AccessToken(
                http,
                keycloak,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "cli",
                        "username",
                        user,
                        "password",
                        keycloak.userPassword(user)));
    }

    static AccessToken ofNode(Http http, KeycloakAddress keycloak, String node) {
        return new AccessToken(
                http,
                keycloak,
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        node,
                        "client_secret",
                        keycloak.clientSecret(node)));
    }

    synchronized String get() throws IOException, InterruptedException {
        Instant now = Instant.now();
        if (now.isAfter(expires.minus(MARGIN))) {
            JsonNode answer = http.json(HttpRequest.newBuilder(keycloak.tokenEndpoint())
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form())));
            token = answer.path("access_token").asText();
            expires = now.plusSeconds(answer.path("expires_in").asLong());
        }
        return token;
    }

    private String form() {
        return grant.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
