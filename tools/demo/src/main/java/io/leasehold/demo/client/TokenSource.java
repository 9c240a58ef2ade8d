package io.leasehold.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** An identity that asks for its own token, and for a new one shortly before it ends. */
public final class TokenSource implements Supplier<String> {
    private final Http http;
    private final URI tokenEndpoint;
    private final Map<String, String> form;
    private final Clock clock;
    private String token = "";
    private Instant renewAt = Instant.MIN;

    private TokenSource(Http http, URI issuer, Map<String, String> form, Clock clock) {
        this.http = http;
        this.tokenEndpoint = URI.create(issuer + "/protocol/openid-connect/token");
        this.form = Map.copyOf(form);
        this.clock = clock;
    }

    /** A person, by the command line's client. */
    public static TokenSource user(Http http, URI issuer, String user, String password) {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", "cli");
        form.put("scope", "openid");
        form.put("username", user);
        form.put("password", password);
        return new TokenSource(http, issuer, form, Clock.systemUTC());
    }

    /** A service or node, for itself. */
    public static TokenSource client(Http http, URI issuer, String client, String secret) {
        return new TokenSource(
                http,
                issuer,
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret),
                Clock.systemUTC());
    }

    @Override
    public synchronized String get() {
        if (clock.instant().isAfter(renewAt)) {
            JsonNode answer = http.postForm(tokenEndpoint, form).expectSuccess();
            token = answer.get("access_token").asText();
            renewAt = clock.instant().plusSeconds(answer.get("expires_in").asLong() / 2);
        }
        return token;
    }
}
