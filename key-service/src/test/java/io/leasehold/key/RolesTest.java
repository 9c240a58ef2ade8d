package io.leasehold.key;

import io.leasehold.test.RolesContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

/** Who may call what of this service. */
@QuarkusTest
class RolesTest extends RolesContract {
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("GET /api/v1/me", Set.copyOf(EVERYBODY)),
            Map.entry("GET /api/v1/workspaces", Set.copyOf(EVERYBODY)),
            Map.entry("POST /api/v1/workspaces", PLATFORM_ADMINS),
            // What a workspace's admin may do to it is behind the door, as the address says which one it is.
            Map.entry("GET /api/v1/workspaces/{workspace}", Set.copyOf(EVERYBODY)),
            Map.entry("PATCH /api/v1/workspaces/{workspace}", Set.copyOf(EVERYBODY)),
            Map.entry("DELETE /api/v1/workspaces/{workspace}", PLATFORM_ADMINS),
            Map.entry("GET /api/v1/domains", PEOPLE),
            Map.entry("POST /api/v1/domains", ADMINS),
            Map.entry("GET /api/v1/domains/{domain}", PEOPLE),
            Map.entry("PATCH /api/v1/domains/{domain}", ADMINS),
            Map.entry("DELETE /api/v1/domains/{domain}", ADMINS),
            Map.entry("GET /api/v1/members", PEOPLE),
            Map.entry("POST /api/v1/members", ADMINS),
            Map.entry("GET /api/v1/members/{member}", PEOPLE),
            Map.entry("PATCH /api/v1/members/{member}", ADMINS),
            Map.entry("DELETE /api/v1/members/{member}", ADMINS),
            Map.entry("GET /api/v1/tokens", ADMINS),
            Map.entry("POST /api/v1/tokens", ADMINS),
            Map.entry("GET /api/v1/tokens/{token}", ADMINS),
            Map.entry("POST /api/v1/tokens/{token}/revoke", ADMINS),
            Map.entry("GET /api/v1/provider-accounts", PEOPLE),
            Map.entry("POST /api/v1/provider-accounts", ADMINS),
            Map.entry("GET /api/v1/provider-accounts/{id}", PEOPLE),
            Map.entry("PATCH /api/v1/provider-accounts/{id}", ADMINS),
            Map.entry("DELETE /api/v1/provider-accounts/{id}", ADMINS),
            Map.entry("POST /api/v1/provider-accounts/{id}/disable", ADMINS),
            Map.entry("POST /api/v1/provider-accounts/{id}/enable", ADMINS),
            Map.entry("PUT /api/v1/provider-accounts/{id}/credential", ADMINS),
            Map.entry("GET /api/v1/provider-accounts/{id}/capabilities", PEOPLE),
            Map.entry("GET /api/v1/provider-accounts/{id}/groups", OPERATORS),
            Map.entry("POST /api/v1/provider-accounts/{id}/groups", ADMINS),
            Map.entry("GET /api/v1/provider-accounts/{id}/provider-keys", OPERATORS),
            Map.entry("GET /api/v1/key-sources", ADMINS),
            Map.entry("GET /api/v1/keys", PEOPLE),
            Map.entry("POST /api/v1/keys", ADMINS),
            Map.entry("GET /api/v1/keys/{key}", PEOPLE),
            Map.entry("PATCH /api/v1/keys/{key}", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/bind", ADMINS),
            Map.entry("DELETE /api/v1/keys/{key}/source", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/disable", OPERATORS),
            Map.entry("POST /api/v1/keys/{key}/enable", OPERATORS),
            Map.entry("POST /api/v1/keys/{key}/retire", ADMINS),
            Map.entry("POST /api/v1/keys/batch", ADMINS),
            Map.entry("POST /api/v1/keys/create", ADMINS),
            Map.entry("GET /api/v1/keys/{key}/provider", OPERATORS),
            Map.entry("GET /api/v1/keys/{key}/provider/enforcement", PEOPLE),
            Map.entry("PUT /api/v1/keys/{key}/provider/limit", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/provider/disable", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/provider/enable", ADMINS),
            Map.entry("POST /api/v1/keys/find", OPERATORS),
            Map.entry("POST /api/v1/keys/test", OPERATORS),
            Map.entry("POST /api/v1/keys/verify", OPERATORS),
            Map.entry("POST /api/v1/keys/{key}/verify", OPERATORS),
            Map.entry("POST /api/v1/keys/{key}/revoke", ADMINS),
            Map.entry("POST /api/v1/keys/revoke", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/revocation/abandon", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/revocation/cancel", ADMINS),
            Map.entry("GET /api/v1/keys/{key}/revocation", PEOPLE),
            Map.entry("POST /api/v1/keys/{key}/rotate", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/secret", ADMINS),
            Map.entry("GET /api/v1/keys/{key}/rotation", PEOPLE),
            Map.entry("GET /api/v1/keys/{key}/rotations", PEOPLE),
            Map.entry("POST /api/v1/keys/{key}/rotation/roll-back", ADMINS),
            Map.entry("POST /api/v1/keys/{key}/rotation/abandon", ADMINS),
            Map.entry("GET /api/v1/keys/{key}/rotation-schedule", PEOPLE),
            Map.entry("PUT /api/v1/keys/{key}/rotation-schedule", ADMINS),
            Map.entry("DELETE /api/v1/keys/{key}/rotation-schedule", ADMINS),
            Map.entry("GET /api/v1/limits", PEOPLE),
            Map.entry("GET /api/v1/limits/{scope}/{scope_id}", PEOPLE),
            Map.entry("PUT /api/v1/limits/{scope}/{scope_id}", ADMINS),
            Map.entry("GET /api/v1/limits/{scope}/{scope_id}/raises", PEOPLE),
            Map.entry("POST /api/v1/limits/{scope}/{scope_id}/raises", ADMINS),
            Map.entry("GET /api/v1/limits/{scope}/{scope_id}/raises/{raise}", PEOPLE),
            Map.entry("POST /api/v1/limits/{scope}/{scope_id}/raises/{raise}/end", ADMINS),
            Map.entry("GET /api/v1/prices", PEOPLE),
            Map.entry("GET /api/v1/prices/overrides", PEOPLE),
            Map.entry("POST /api/v1/prices/overrides", ADMINS),
            Map.entry("GET /api/v1/prices/overrides/{id}", PEOPLE),
            Map.entry("PUT /api/v1/prices/overrides/{id}", ADMINS),
            Map.entry("DELETE /api/v1/prices/overrides/{id}", ADMINS),
            Map.entry("GET /api/v1/audit", ADMINS),
            Map.entry("GET /api/v1/audit/export", ADMINS),
            Map.entry("GET /api/v1/audit/verify", ADMINS),
            Map.entry(
                    "GET /internal/v1/secrets/keys/{key_id}",
                    Set.of("gateway", "distribution-service", "usage-collector")),
            Map.entry("GET /internal/v1/secrets/accounts/{account_id}", Set.of("usage-collector")),
            Map.entry("GET /internal/v1/secrets/conversations", Set.of("gateway")));

    /** Where a role in one domain is enough, of which the domain's admin has the highest. */
    private static final Set<String> OPEN_IN_DOMAINS = Set.of(
            "GET /api/v1/domains",
            "GET /api/v1/domains/{domain}",
            "PATCH /api/v1/domains/{domain}",
            "GET /api/v1/members",
            "POST /api/v1/members",
            "GET /api/v1/members/{member}",
            "PATCH /api/v1/members/{member}",
            "DELETE /api/v1/members/{member}",
            "GET /api/v1/tokens",
            "POST /api/v1/tokens",
            "GET /api/v1/tokens/{token}",
            "POST /api/v1/tokens/{token}/revoke",
            "GET /api/v1/limits",
            "GET /api/v1/limits/{scope}/{scope_id}",
            "GET /api/v1/limits/{scope}/{scope_id}/raises",
            "GET /api/v1/limits/{scope}/{scope_id}/raises/{raise}");

    @Override
    protected Map<String, Set<String>> allowed() {
        return ALLOWED;
    }

    @Override
    protected Set<String> openInDomains() {
        return OPEN_IN_DOMAINS;
    }

    /** With these, one that leaked would outlive its revocation. */
    @Override
    protected Set<String> closedToApiTokens() {
        return Set.of(
                "POST /api/v1/tokens",
                "POST /api/v1/tokens/{token}/revoke",
                "POST /api/v1/members",
                "PATCH /api/v1/members/{member}",
                "DELETE /api/v1/members/{member}");
    }

    @Override
    protected Map<String, String> bodies() {
        return Map.of("POST /api/v1/workspaces", "{\"slug\":\"never-made\",\"name\":\"Never made\"}");
    }
}
