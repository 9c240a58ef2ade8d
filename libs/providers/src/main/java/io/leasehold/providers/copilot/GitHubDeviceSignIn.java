package io.leasehold.providers.copilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import io.leasehold.providers.signin.DeviceCode;
import io.leasehold.providers.signin.DevicePoll;
import io.leasehold.providers.signin.DeviceSignIn;
import io.leasehold.providers.signin.SignInApp;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GitHub's device flow (OAuth apps and GitHub Apps), whose errors are answers of status 200. */
final class GitHubDeviceSignIn implements DeviceSignIn {
    private static final URI GITHUB = URI.create("https://github.com");
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
    /** By how much an interval grows where the answer does not tell the new one. */
    private static final Duration SLOWER_BY = Duration.ofSeconds(5);

    private static final Duration USUAL_LIFE = Duration.ofMinutes(15);

    private final ProviderClient client;
    private final GitHubErrors errors;

    GitHubDeviceSignIn(ProviderClient client) {
        this.client = client;
        this.errors = new GitHubErrors(client.clock());
    }

    @Override
    public URI defaultBaseUrl() {
        return GITHUB;
    }

    @Override
    public DeviceCode start(SignInApp app) {
        ObjectNode body = json().put("client_id", app.clientId()).put("scope", app.scope());
        // Nobody is known yet: the application stands for the account.
        Access access = new Access(app.baseUrl(), Secret.of(app.clientId()));
        JsonNode answer = send(access, "/login/device/code", body);
        String error = JsonFields.text(answer, "error");
        if (error != null) {
            throw new ProviderException(Failure.BAD_REQUEST, 200, error, explanation(answer, error), null);
        }
        Duration life = seconds(answer, "expires_in").orElse(USUAL_LIFE);
        return new DeviceCode(
                Secret.of(required(answer, "device_code")),
                required(answer, "user_code"),
                URI.create(required(answer, "verification_uri")),
                client.clock().instant().plus(life),
                seconds(answer, "interval").orElse(USUAL_INTERVAL));
    }

    @Override
    public DevicePoll poll(SignInApp app, Secret deviceCode, Duration interval) {
        ObjectNode body = json().put("client_id", app.clientId())
                .put("device_code", deviceCode.reveal())
                .put("grant_type", GRANT);
        try {
            JsonNode answer = send(new Access(app.baseUrl(), deviceCode), "/login/oauth/access_token", body);
            String error = JsonFields.text(answer, "error");
            return error == null ? signedIn(answer) : refused(error, answer, interval);
        } catch (ProviderException failure) {
            return failure.retryable() || failure.failure() == Failure.UNREADABLE
                    ? new DevicePoll.Unreachable(failure.explanation())
                    : new DevicePoll.Misconfigured("http_" + failure.status(), failure.explanation());
        }
    }

    private JsonNode send(Access access, String path, ObjectNode body) {
        return client.send(
                        ApiCall.with("POST", access, null, path, body.toString())
                                .once(),
                        errors)
                .body();
    }

    private DevicePoll refused(String error, JsonNode answer, Duration interval) {
        return switch (error) {
            case "authorization_pending" -> new DevicePoll.Pending();
            case "slow_down" ->
                new DevicePoll.SlowDown(seconds(answer, "interval").orElse(interval.plus(SLOWER_BY)));
            case "expired_token" -> new DevicePoll.Expired();
            case "access_denied" -> new DevicePoll.Denied();
            default -> new DevicePoll.Misconfigured(error, explanation(answer, error));
        };
    }

    private DevicePoll signedIn(JsonNode answer) {
        String refresh = JsonFields.text(answer, "refresh_token");
        return new DevicePoll.SignedIn(
                Secret.of(required(answer, "access_token")),
                Optional.ofNullable(JsonFields.text(answer, "scope")).orElse(""),
                end(answer, "expires_in"),
                refresh == null
                        ? null
                        : new DevicePoll.Refresh(Secret.of(refresh), end(answer, "refresh_token_expires_in")));
    }

    private @Nullable Instant end(JsonNode answer, String field) {
        return seconds(answer, field)
                .map(life -> client.clock().instant().plus(life))
                .orElse(null);
    }

    private static Optional<Duration> seconds(JsonNode answer, String field) {
        return Optional.of(answer.path(field))
                .filter(JsonNode::isIntegralNumber)
                .map(value -> Duration.ofSeconds(value.longValue()));
    }

    private static String required(JsonNode answer, String field) {
        String text = JsonFields.text(answer, field);
        if (text == null || text.isBlank()) {
            throw new ProviderException(Failure.UNREADABLE, 200, null, "GitHub's answer has no " + field + ".", null);
        }
        return text;
    }

    private static String explanation(JsonNode answer, String error) {
        String words = JsonFields.text(answer, "error_description");
        return "GitHub refuses the sign-in (%s)%s".formatted(error, words == null ? "." : ": " + words);
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
