package io.leasehold.sim.mistral;

import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.key.Provider;
import java.time.Instant;

/** The one organisation that is simulated, its user, and the workspace it has from the start. */
final class Organization {
    static final Named SELF = new Named("7c1d0000-0000-4000-8000-000000000007", "Simulated");
    static final String USER_ID = "0a1b2c3d-0000-4000-8000-000000000001";
    static final String USER_EMAIL = "ops@example.com";
    static final SimGroup DEFAULT_WORKSPACE = new SimGroup(
            "5f0e0000-0000-4000-8000-000000000003",
            Provider.MISTRAL,
            "Default",
            null,
            Instant.parse("2026-03-01T08:00:00Z"),
            null);

    private Organization() {}

    record Named(String id, String name) {}
}
