package io.leasehold.kit.node;

import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the credentials of nodes that came with an enrolment token; every other bearer token is left to OpenID Connect. */
@Singleton
class NodeCredentialMechanism implements HttpAuthenticationMechanism {
    private static final String BEARER = "bearer ";
    private static final int UNAUTHORIZED = 401;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager providers) {
        String credential = credential(call.request().getHeader("authorization"));
        return credential == null
                ? Uni.createFrom().nullItem()
                : providers.authenticate(new NodeCredentialRequest(OpaqueToken.sha256(credential)));
    }

    private static @Nullable String credential(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        return TokenKind.NODE.hasPrefix(token) ? token : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(NodeCredentialRequest.class);
    }

    /** Before OpenID Connect, which would refuse what it can't read. */
    @Override
    public int getPriority() {
        return HttpAuthenticationMechanism.DEFAULT_PRIORITY + 1_000;
    }
}
