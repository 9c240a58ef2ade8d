package io.leasehold.distribution;

import io.leasehold.test.RolesContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

/** Who may call what of this service. */
@QuarkusTest
class RolesTest extends RolesContract {
    private static final Set<String> GATEWAY = Set.of("gateway");

    private static final Set<String> OPERATORS_AND_NODES = Set.of("operator", "admin", "node");

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("GET /api/v1/leases", PEOPLE),
            Map.entry("POST /api/v1/leases", NODES),
            Map.entry("GET /api/v1/leases/{id}", Set.of("viewer", "operator", "admin", "node")),
            Map.entry("POST /api/v1/leases/{id}/release", OPERATORS_AND_NODES),
            Map.entry("POST /api/v1/leases/{id}/renew", OPERATORS_AND_NODES),
            Map.entry("PUT /v1/sys/leases/lookup", Set.of("viewer", "operator", "admin", "node")),
            Map.entry("GET /v1/sys/leases/lookup", PEOPLE),
            Map.entry("GET /v1/sys/leases/lookup/{prefix}", PEOPLE),
            Map.entry("PUT /v1/sys/leases/renew", OPERATORS_AND_NODES),
            Map.entry("PUT /v1/sys/leases/revoke", OPERATORS_AND_NODES),
            Map.entry("PUT /v1/sys/leases/revoke/{lease_id}", OPERATORS_AND_NODES),
            Map.entry("PUT /v1/sys/leases/revoke-prefix/{prefix}", OPERATORS),
            Map.entry("POST /api/v1/leases/{id}/revoke", OPERATORS),
            Map.entry("POST /api/v1/leases/revoke", OPERATORS),
            Map.entry("GET /api/v1/watch", NODES),
            Map.entry("GET /api/v1/nodes", PEOPLE),
            Map.entry("GET /api/v1/nodes/{id}/timeline", PEOPLE),
            Map.entry("GET /api/v1/nodes/history", PEOPLE),
            Map.entry("POST /api/v1/nodes/enrolment-tokens", ADMINS),
            Map.entry("GET /api/v1/nodes/enrolment-tokens", ADMINS),
            Map.entry("DELETE /api/v1/nodes/enrolment-tokens/{id}", ADMINS),
            Map.entry("POST /api/v1/nodes/bindings", ADMINS),
            Map.entry("GET /api/v1/nodes/bindings", ADMINS),
            Map.entry("DELETE /api/v1/nodes/bindings/{id}", ADMINS),
            Map.entry("POST /api/v1/nodes/{id}/approve", ADMINS),
            Map.entry("POST /api/v1/nodes/{id}/remove", ADMINS),
            Map.entry("PUT /api/v1/nodes/{id}/policy", ADMINS),
            Map.entry("DELETE /api/v1/nodes/{id}/policy", ADMINS),
            Map.entry("POST /api/v1/nodes/heartbeat", NODES),
            Map.entry("GET /api/v1/nodes/{id}", PEOPLE),
            Map.entry("GET /api/v1/spend", PEOPLE),
            Map.entry("GET /api/v1/spend/consistency", ADMINS),
            Map.entry("GET /api/v1/spend/{scope}/{scope_id}", PEOPLE),
            Map.entry("POST /api/v1/spend/{scope}/{scope_id}/presumed/release", ADMINS),
            Map.entry("GET /api/v1/spend/key/{key_id}/direct", PEOPLE),
            Map.entry("POST /internal/v1/holds/grant", GATEWAY),
            Map.entry("POST /internal/v1/holds/renew", GATEWAY),
            Map.entry("GET /internal/v1/leases/by-token/{hash}", GATEWAY),
            Map.entry("GET /internal/v1/stored-responses/{id_hash}", GATEWAY));

    @Override
    protected Map<String, Set<String>> allowed() {
        return ALLOWED;
    }

    /** What comes in by these outlives the API token that let it in. */
    @Override
    protected Set<String> closedToApiTokens() {
        return Set.of("POST /api/v1/nodes/enrolment-tokens", "POST /api/v1/nodes/bindings");
    }

    @Override
    protected Set<String> openToEverybody() {
        return Set.of("POST /api/v1/nodes/enrol");
    }

    @Override
    protected Set<String> openInDomains() {
        return Set.of(
                "GET /api/v1/leases",
                "GET /api/v1/leases/{id}",
                "GET /api/v1/nodes",
                "GET /api/v1/nodes/{id}",
                "GET /api/v1/spend",
                "GET /api/v1/spend/{scope}/{scope_id}");
    }
}
