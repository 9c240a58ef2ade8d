package io.leasehold.cli.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * How a profile is signed in.
 *
 * @param url the API that the token is for; it is sent nowhere else
 * @param accessToken the token
 * @param expiresAt empty where only the server knows
 * @param renewal empty for a token that was handed over as it is
 */
public record Credentials(URI url, String accessToken, Optional<Instant> expiresAt, Optional<Renewal> renewal) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How a new token is had when this one ends.
     *
     * @param issuer of the identity provider
     * @param clientId of this program, or of a script
     * @param clientSecret of a script
     * @param refreshToken of a person
     */
    public record Renewal(URI issuer, String clientId, Optional<String> clientSecret, Optional<String> refreshToken) {
        @Override
        public String toString() {
            return "Renewal[" + issuer + ", " + clientId + "]";
        }
    }

    String toJson() {
        ObjectNode json = JSON.createObjectNode().put("url", url.toString()).put("access_token", accessToken);
        expiresAt.ifPresent(at -> json.put("expires_at", at.toString()));
        renewal.ifPresent(how -> {
            json.put("issuer", how.issuer().toString()).put("client_id", how.clientId());
            how.clientSecret().ifPresent(secret -> json.put("client_secret", secret));
            how.refreshToken().ifPresent(token -> json.put("refresh_token", token));
        });
        return json.toPrettyString() + "\n";
    }

    /** @throws IllegalArgumentException when that is not what {@link #toJson} wrote */
    static Credentials ofJson(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Credentials(
                    URI.create(json.required("url").asText()),
                    json.required("access_token").asText(),
                    find(json, "expires_at").map(Instant::parse),
                    find(json, "issuer")
                            .map(issuer -> new Renewal(
                                    URI.create(issuer),
                                    json.required("client_id").asText(),
                                    find(json, "client_secret"),
                                    find(json, "refresh_token"))));
        } catch (IOException | DateTimeException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Optional<String> find(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).asText(null));
    }

    @Override
    public String toString() {
        return "Credentials[" + url + "]";
    }
}
