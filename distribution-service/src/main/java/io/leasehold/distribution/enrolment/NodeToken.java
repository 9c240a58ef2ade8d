package io.leasehold.distribution.enrolment;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** What a node proved of itself, said in the way of the tokens of this installation: a node of one workspace, or nobody. */
final class NodeToken implements JsonWebToken {
    private final String name;
    private final Map<String, Object> claims;

    private NodeToken(String name, Map<String, Object> claims) {
        this.name = name;
        this.claims = claims;
    }

    /** @param workspaceSlug null where the identity is in none */
    static NodeToken of(String issuer, String subject, String name, @Nullable String workspaceSlug) {
        Set<String> groups = workspaceSlug == null ? Set.of() : Set.of("/workspaces/" + workspaceSlug + "/node");
        return new NodeToken(
                name,
                Map.of(
                        Claims.iss.name(),
                        issuer,
                        Claims.sub.name(),
                        subject,
                        Claims.preferred_username.name(),
                        name,
                        Claims.aud.name(),
                        Set.of(),
                        Claims.groups.name(),
                        groups));
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
