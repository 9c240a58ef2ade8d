package io.leasehold.kit.apitoken;

import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.workspace.KnownApiToken;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who calls with an API token, told in the claims in which the identity provider tells of people: so a role in a group means
 * the same, wherever it comes from. There is one group, and it is of one workspace.
 */
public final class ApiTokenPrincipal implements JsonWebToken {
    static final String ISSUER = "urn:leasehold:api-tokens";
    static final String CLIENT = "api-token";
    /** A live stream ends then, and its client comes again: by that, one with a revoked token ends as well. */
    static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private final String name;
    private final Map<String, Object> claims;

    ApiTokenPrincipal(KnownApiToken known, Instant now) {
        WorkspaceView.ApiToken token = known.token();
        this.name = token.name();
        this.claims = Map.of(
                "iss", ISSUER,
                "sub", token.tokenId().toString(),
                "azp", CLIENT,
                "aud", Set.of(),
                "preferred_username", token.name(),
                "groups", Set.of(groupOf(known)),
                "exp", until(token, now).getEpochSecond());
    }

    private static String groupOf(KnownApiToken known) {
        String workspace = "/workspaces/" + known.workspace().slug() + "/";
        String domain = known.token().domain();
        String role = known.token().role().wireName();
        return domain == null ? workspace + role : workspace + "domains/" + domain + "/" + role;
    }

    private static Instant until(WorkspaceView.ApiToken token, Instant now) {
        Instant trusted = now.plus(TRUSTED_FOR);
        Instant end = token.expiresAt();
        return end != null && end.isBefore(trusted) ? end : trusted;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String claim) {
        return (T) claims.get(claim);
    }
}
