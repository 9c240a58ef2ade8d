package io.leasehold.kit.node;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What a node proved of itself, said in the way of the tokens of this installation: a node of one workspace, or nobody. */
public final class NodeToken implements JsonWebToken {
    private final String name;
    private final Map<String, Object> claims;

    private NodeToken(String name, Map<String, Object> claims) {
        this.name = name;
        this.claims = claims;
    }

    /**
     * @param workspaceSlug null where the identity is in none
     * @param expiresAt in seconds since the epoch; null for never
     */
    public static NodeToken of(
            String issuer, String subject, String name, @Nullable String workspaceSlug, @Nullable Long expiresAt) {
        Set<String> groups = workspaceSlug == null ? Set.of() : Set.of("/workspaces/" + workspaceSlug + "/node");
        Map<String, Object> claims = new HashMap<>();
        claims.put(Claims.iss.name(), issuer);
        claims.put(Claims.sub.name(), subject);
        claims.put(Claims.preferred_username.name(), name);
        claims.put(Claims.aud.name(), Set.of());
        claims.put(Claims.groups.name(), groups);
        if (expiresAt != null) {
            claims.put(Claims.exp.name(), expiresAt);
        }
        return new NodeToken(name, Map.copyOf(claims));
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
