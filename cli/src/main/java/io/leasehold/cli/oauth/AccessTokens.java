package io.leasehold.cli.oauth;

import io.leasehold.cli.config.Settings;
import io.leasehold.cli.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The token for the next call, renewed a little before it ends. */
public final class AccessTokens implements Supplier<String> {
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final Settings settings;
    private final CredentialStore store;
    private final SignIn signIn;
    private final Clock clock;

    public AccessTokens(Settings settings, CredentialStore store, SignIn signIn, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public String get() {
        return settings.token().orElseGet(this::kept);
    }

    /** Read each time: another process may have renewed it. */
    private String kept() {
        Credentials credentials = store.find()
                .filter(found -> found.url().equals(settings.url()))
                .orElseThrow(
                        () -> Failure.failed("Not signed in at " + settings.url() + ". Sign in with: leasehold login"));
        Instant soon = clock.instant().plus(EARLY);
        if (credentials.expiresAt().filter(soon::isAfter).isEmpty()) {
            return credentials.accessToken();
        }
        Credentials.Renewal how = credentials.renewal().orElseThrow(SignIn::ended);
        Credentials renewed = signIn.renew(credentials, how);
        store.save(renewed);
        return renewed.accessToken();
    }
}
