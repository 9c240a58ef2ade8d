package io.leasehold.kit.apitoken;

import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.workspace.KnownApiToken;
import io.leasehold.kit.workspace.WorkspaceDirectory;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Knows whose API token it is by this service's copy of the workspaces, which is in memory and a second old at most. */
@ApplicationScoped
class ApiTokenIdentities implements IdentityProvider<ApiTokenRequest> {
    private final WorkspaceDirectory workspaces;
    private final ApiTokenUses uses;
    private final Clock clock;

    ApiTokenIdentities(WorkspaceDirectory workspaces, ApiTokenUses uses, Clock clock) {
        this.workspaces = workspaces;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Class<ApiTokenRequest> getRequestType() {
        return ApiTokenRequest.class;
    }

    /** Not on the event loop: once a second the copy is read anew. */
    @Override
    public Uni<SecurityIdentity> authenticate(ApiTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identityOf(request.sha256()));
    }

    private SecurityIdentity identityOf(String sha256) {
        Instant now = clock.instant();
        KnownApiToken known = workspaces
                .findApiToken(sha256)
                .filter(found -> isGood(found.token(), now))
                .orElseThrow(() -> new AuthenticationFailedException("no API token, or one that is good no more"));
        uses.note(known, now);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new ApiTokenPrincipal(known, now))
                .build();
    }

    private static boolean isGood(WorkspaceView.ApiToken token, Instant now) {
        Instant end = token.expiresAt();
        return end == null || now.isBefore(end);
    }
}
