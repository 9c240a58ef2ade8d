package io.leasehold.cli.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.failure.Failure;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks for tokens without anybody being there, and gives them back. */
public final class SignIn {
    private final Http http;
    private final Clock clock;

    public SignIn(Http http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** A script, by its own client. */
    public Credentials client(URI url, IdentityProvider provider, String clientId, String secret) {
        Http.Answer answer = provider.token(
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
        if (!answer.success()) {
            throw Failure.failed("Not signed in: " + IdentityProvider.refusal(answer));
        }
        return of(
                url,
                answer.body(),
                new Credentials.Renewal(provider.issuer(), clientId, Optional.of(secret), Optional.empty()),
                clock.instant());
    }

    /** New ones in place of those that end. */
    Credentials renew(Credentials old, Credentials.Renewal how) {
        IdentityProvider provider = IdentityProvider.at(http, how.issuer());
        if (how.clientSecret().isPresent()) {
            return client(
                    old.url(), provider, how.clientId(), how.clientSecret().get());
        }
        String refreshToken = how.refreshToken().orElseThrow(SignIn::ended);
        Http.Answer answer = provider.token(
                Map.of("grant_type", "refresh_token", "client_id", how.clientId(), "refresh_token", refreshToken));
        if (!answer.success()) {
            throw answer.status() / 100 == 4
                    ? ended()
                    : Failure.failed("The token can't be renewed right now: " + IdentityProvider.refusal(answer)
                            + ". Try again in a moment.");
        }
        return of(old.url(), answer.body(), how, clock.instant());
    }

    /** The refresh token and its session end at the provider. */
    public void revoke(Credentials.Renewal how) {
        if (how.refreshToken().isEmpty()) {
            return;
        }
        Map<String, String> form = new HashMap<>();
        form.put("client_id", how.clientId());
        form.put("token", how.refreshToken().get());
        form.put("token_type_hint", "refresh_token");
        Http.Answer answer = IdentityProvider.at(http, how.issuer()).revoke(form);
        if (!answer.success()) {
            throw Failure.failed(IdentityProvider.refusal(answer));
        }
    }

    /** @param how with a refresh token that is kept where the answer has no newer one */
    static Credentials of(URI url, JsonNode answer, Credentials.Renewal how, Instant now) {
        Optional<String> fresh =
                Optional.ofNullable(answer.path("refresh_token").asText(null));
        return new Credentials(
                url,
                answer.required("access_token").asText(),
                Optional.of(now.plusSeconds(answer.path("expires_in").asLong(0))),
                Optional.of(new Credentials.Renewal(
                        how.issuer(),
                        how.clientId(),
                        how.clientSecret(),
                        how.clientSecret().isPresent() ? Optional.empty() : fresh.or(how::refreshToken))));
    }

    static Failure ended() {
        return Failure.failed("The sign-in has ended. Sign in again: leasehold login");
    }
}
