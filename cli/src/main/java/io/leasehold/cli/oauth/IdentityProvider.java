package io.leasehold.cli.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.config.Address;
import io.leasehold.cli.failure.Failure;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Collectors;

/** Where people sign in, by what it says of itself (RFC 8414, OpenID Connect Discovery). */
public final class IdentityProvider {
    private final Http http;
    private final URI issuer;
    private final JsonNode metadata;

    private IdentityProvider(Http http, URI issuer, JsonNode metadata) {
        this.http = http;
        this.issuer = issuer;
        this.metadata = metadata;
    }

    /** The one that an API names (RFC 9728). */
    public static IdentityProvider of(Http http, URI api) {
        Http.Answer answer =
                http.send(HttpRequest.newBuilder(URI.create(api + "/.well-known/oauth-protected-resource")));
        String issuer = answer.body().path("authorization_servers").path(0).asText("");
        if (!answer.success() || issuer.isEmpty()) {
            throw Failure.failed(api + " does not say where to sign in (it answered " + answer.status()
                    + "). Check the address: leasehold config set url …");
        }
        return at(http, Address.parse(issuer));
    }

    public static IdentityProvider at(Http http, URI issuer) {
        Http.Answer answer =
                http.send(HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration")));
        if (!answer.success()
                || !issuer.toString().equals(answer.body().path("issuer").asText())) {
            throw Failure.failed(issuer + " is no identity provider (it answered " + answer.status() + ").");
        }
        return new IdentityProvider(http, issuer, answer.body());
    }

    public URI issuer() {
        return issuer;
    }

    Http.Answer authorizeDevice(Map<String, String> form) {
        return post("device_authorization_endpoint", form);
    }

    Http.Answer token(Map<String, String> form) {
        return post("token_endpoint", form);
    }

    Http.Answer revoke(Map<String, String> form) {
        return post("revocation_endpoint", form);
    }

    private Http.Answer post(String endpoint, Map<String, String> form) {
        String address = metadata.path(endpoint).asText("");
        if (address.isEmpty()) {
            throw Failure.failed(issuer + " offers no " + endpoint + ". Sign in with: leasehold login --with-token");
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return http.send(HttpRequest.newBuilder(Address.parse(address))
                .header("accept", "application/json")
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** What a refusal says, for people. */
    static String refusal(Http.Answer answer) {
        String error = answer.body().path("error").asText("answer " + answer.status());
        return answer.body().path("error_description").asText(error);
    }
}
