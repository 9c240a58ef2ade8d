package io.leasehold.cli.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.terminal.Pause;
import io.leasehold.cli.terminal.Terminal;
import io.leasehold.cli.terminal.WebBrowser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Signs a person in by any browser, here or on another device (RFC 8628). */
public final class DeviceSignIn {
    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final long USUAL_INTERVAL = 5;
    private static final long USUAL_LIFE = 600;

    private final Terminal terminal;
    private final WebBrowser browser;
    private final Pause pause;
    private final Clock clock;

    public DeviceSignIn(Terminal terminal, WebBrowser browser, Pause pause, Clock clock) {
        this.terminal = terminal;
        this.browser = browser;
        this.pause = pause;
        this.clock = clock;
    }

    public Credentials run(URI url, IdentityProvider provider, String clientId) {
        Http.Answer begun = provider.authorizeDevice(Map.of("client_id", clientId, "scope", "openid"));
        if (!begun.success()) {
            throw Failure.failed("The sign-in can't begin: " + IdentityProvider.refusal(begun));
        }
        JsonNode device = begun.body();
        Instant end = clock.instant().plusSeconds(device.path("expires_in").asLong(USUAL_LIFE));
        invite(device);
        JsonNode tokens = await(provider, clientId, device, end);
        return SignIn.of(
                url,
                tokens,
                new Credentials.Renewal(provider.issuer(), clientId, Optional.empty(), Optional.empty()),
                clock.instant());
    }

    private void invite(JsonNode device) {
        String page = device.required("verification_uri").asText();
        String whole = device.path("verification_uri_complete").asText(page);
        terminal.err().println("Open " + Column.harmless(page));
        terminal.err()
                .println("and enter the code "
                        + Column.harmless(device.required("user_code").asText()));
        terminal.err().flush();
        URI address = URI.create(whole);
        // The provider's word alone must not start anything but a web page.
        if (terminal.interactive() && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            browser.open(address);
        }
    }

    private JsonNode await(IdentityProvider provider, String clientId, JsonNode device, Instant end) {
        Duration interval = Duration.ofSeconds(device.path("interval").asLong(USUAL_INTERVAL));
        Map<String, String> form = Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id",
                clientId,
                "device_code",
                device.required("device_code").asText());
        while (clock.instant().isBefore(end)) {
            pause.pause(interval);
            Http.Answer answer = provider.token(form);
            if (answer.success()) {
                return answer.body();
            }
            switch (answer.body().path("error").asText()) {
                case "authorization_pending" -> {}
                case "slow_down" -> interval = interval.plus(SLOWER);
                case "access_denied" -> throw Failure.failed("The sign-in was denied.");
                case "expired_token" -> throw expired();
                default -> throw Failure.failed("Not signed in: " + IdentityProvider.refusal(answer));
            }
        }
        throw expired();
    }

    private static Failure expired() {
        return Failure.failed("Nobody confirmed the code in time. Begin again: leasehold login");
    }
}
