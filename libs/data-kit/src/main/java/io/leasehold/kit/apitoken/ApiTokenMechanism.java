package io.leasehold.kit.apitoken;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes {@code Authorization: Bearer lht_…}; what bears anything else is left to the identity provider's mechanism. */
@ApplicationScoped
class ApiTokenMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "Bearer ";
    private static final int UNAUTHORIZED = 401;
    /** The identity provider's tries what comes to it as a JSON web token. */
    private static final int BEFORE_THE_IDENTITY_PROVIDER = HttpAuthenticationMechanism.DEFAULT_PRIORITY + 100;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager identities) {
        String token = bearerOf(call);
        if (token == null || !TokenKind.API.hasPrefix(token)) {
            return Uni.createFrom().nullItem();
        }
        if (!TokenKind.API.looksValid(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException("no API token looks like that"));
        }
        return identities.authenticate(new ApiTokenRequest(OpaqueToken.sha256(token)));
    }

    private static @Nullable String bearerOf(RoutingContext call) {
        String header = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? header.substring(BEARER.length()).strip()
                : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiTokenRequest.class);
    }

    @Override
    public int getPriority() {
        return BEFORE_THE_IDENTITY_PROVIDER;
    }
}
