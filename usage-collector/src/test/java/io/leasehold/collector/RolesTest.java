package io.leasehold.collector;

import io.leasehold.test.RolesContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

/** Who may call what of this service. Bills are of whole accounts: no part of them is a domain's. */
@QuarkusTest
class RolesTest extends RolesContract {
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("GET /api/v1/costs/provider", PEOPLE),
            Map.entry("GET /api/v1/auth/github/status", PEOPLE),
            Map.entry("POST /api/v1/auth/github/device", ADMINS),
            Map.entry("POST /api/v1/auth/github/poll", ADMINS),
            Map.entry("POST /api/v1/auth/github/logout", ADMINS),
            Map.entry("POST /api/v1/usage/reports", NODES),
            Map.entry("GET /api/v1/discovery", ADMINS),
            Map.entry("POST /api/v1/discovery/runs", ADMINS),
            Map.entry("GET /api/v1/usage/accounts", PEOPLE),
            Map.entry("GET /api/v1/usage/accounts/{id}/plan", PEOPLE),
            Map.entry("PUT /api/v1/usage/accounts/{id}/plan", ADMINS),
            Map.entry("GET /api/v1/usage/providers", PEOPLE),
            Map.entry("GET /api/v1/usage/providers/{provider}", PEOPLE),
            Map.entry("GET /api/v1/usage/providers/{provider}/plan", PEOPLE),
            Map.entry("PUT /api/v1/usage/providers/{provider}/plan", ADMINS),
            Map.entry("POST /api/v1/usage/providers/refresh", OPERATORS),
            Map.entry("POST /api/v1/usage/providers/{provider}/refresh", OPERATORS),
            Map.entry("GET /api/v1/usage/history", PEOPLE),
            Map.entry("GET /api/v1/usage/history/quotas", PEOPLE),
            Map.entry("GET /api/v1/usage/history/revisions", PEOPLE),
            Map.entry("GET /api/v1/usage/raw-responses", OPERATORS),
            Map.entry("GET /api/v1/usage/raw-responses/{id}", OPERATORS),
            Map.entry("POST /api/v1/usage/accounts/{id}/refresh", OPERATORS));

    @Override
    protected Map<String, Set<String>> allowed() {
        return ALLOWED;
    }
}
