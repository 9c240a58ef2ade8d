package io.leasehold.analytics;

import io.leasehold.test.RolesContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

/** Who may call what of this service. */
@QuarkusTest
class RolesTest extends RolesContract {
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("GET /api/v1/costs/reconciliation", PEOPLE),
            Map.entry("GET /api/v1/live", PEOPLE),
            Map.entry("GET /api/v1/requests", PEOPLE),
            Map.entry("GET /api/v1/requests/{id}", PEOPLE),
            Map.entry("GET /api/v1/stats/breakdown", PEOPLE),
            Map.entry("GET /api/v1/stats/overview", PEOPLE),
            Map.entry("POST /api/v1/stats/rebuild", ADMINS),
            Map.entry("GET /api/v1/stats/repricings", PEOPLE),
            Map.entry("POST /api/v1/stats/repricings", ADMINS),
            Map.entry("GET /api/v1/stats/repricings/{id}", PEOPLE),
            Map.entry("GET /api/v1/stats/timeline", PEOPLE));

    @Override
    protected Map<String, Set<String>> allowed() {
        return ALLOWED;
    }

    /** A bill is of a whole account, so that no part of it is a domain's. */
    @Override
    protected Set<String> openInDomains() {
        return Set.of(
                "GET /api/v1/live",
                "GET /api/v1/requests",
                "GET /api/v1/requests/{id}",
                "GET /api/v1/stats/breakdown",
                "GET /api/v1/stats/overview",
                "GET /api/v1/stats/timeline");
    }
}
