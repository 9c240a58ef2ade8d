package io.leasehold.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a user's tokens in PostgreSQL and gives the browser a cookie that says nothing. A session keeps its cookie when
 * its tokens are refreshed, so that calls under way at that moment stay signed in.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionTokens implements TokenStateManager {
    /** Quarkus removes a session's tokens before it stores the refreshed ones. */
    private static final Duration WHILE_REFRESHED = Duration.ofMinutes(1);

    private final SessionStore store;
    private final Clock clock;

    SessionTokens(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext call,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        Long seconds = call.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM);
        Instant expiresAt =
                clock.instant().plusSeconds(Objects.requireNonNull(seconds, "Quarkus says how long a session lasts"));
        byte[] plain = write(tokens).getBytes(UTF_8);
        // Where its tokens were read in this call, the session is refreshed; every sign-in begins a new one.
        SessionSecret known = call.get(SessionSecret.class.getName());
        return context.runBlocking(() -> known == null ? begin(plain, expiresAt) : refresh(known, plain, expiresAt));
    }

    private String begin(byte[] plain, Instant expiresAt) {
        SessionSecret secret = SessionSecret.random();
        store.insert(secret.id(), Seal.seal(secret.sealingKey(), plain), expiresAt);
        return secret.cookie();
    }

    private String refresh(SessionSecret secret, byte[] plain, Instant expiresAt) {
        if (!store.refresh(secret.id(), Seal.seal(secret.sealingKey(), plain), expiresAt, clock.instant())) {
            throw new AuthenticationFailedException("The session ended while it was refreshed");
        }
        return secret.cookie();
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext call,
            OidcTenantConfig config,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return context.runBlocking(() -> {
            try {
                SessionSecret secret = SessionSecret.ofCookie(cookie);
                byte[] sealed = store.findSealedTokens(secret.id(), clock.instant())
                        .orElseThrow(() -> new AuthenticationFailedException("There is no such session"));
                call.put(SessionSecret.class.getName(), secret);
                return read(new String(Seal.open(secret.sealingKey(), sealed), UTF_8));
            } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
                throw new AuthenticationFailedException(unreadable);
            }
        });
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext call, OidcTenantConfig config, String cookie, OidcRequestContext<Void> context) {
        boolean signingOut =
                config.logout().path().filter(call.normalizedPath()::equals).isPresent();
        Instant deadline = signingOut ? clock.instant() : clock.instant().plus(WHILE_REFRESHED);
        return context.runBlocking(() -> expire(cookie, deadline));
    }

    private @Nullable Void expire(String cookie, Instant deadline) {
        try {
            store.expireBy(SessionSecret.ofCookie(cookie).id(), deadline);
        } catch (IllegalArgumentException noSession) {
            // Somebody made that cookie up.
        }
        return null;
    }

    private static String write(AuthorizationCodeTokens tokens) {
        return new JsonObject()
                .put("id", tokens.getIdToken())
                .put("access", tokens.getAccessToken())
                .put("refresh", tokens.getRefreshToken())
                .put("access_expires_in", tokens.getAccessTokenExpiresIn())
                .put("access_scope", tokens.getAccessTokenScope())
                .encode();
    }

    private static AuthorizationCodeTokens read(String json) {
        JsonObject tokens = new JsonObject(json);
        return new AuthorizationCodeTokens(
                tokens.getString("id"),
                tokens.getString("access"),
                tokens.getString("refresh"),
                tokens.getLong("access_expires_in"),
                tokens.getString("access_scope"));
    }
}
