package io.leasehold.sim.anthropic;

import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.key.Provider;
import java.time.Instant;

/** The one organisation that is simulated, and the workspaces it has from the start. */
final class Organization {
    static final String ID = "8f1c2a7e-6b0d-4f0e-9c55-0d8f7d1f4a11";
    static final Organization.View VIEW = new View(ID, "organization", "Example Org");
    static final SimGroup DEFAULT = workspace("wrkspc_01DefaultQm7vTz4HsKx9Lb2Wn", "Default");
    static final SimGroup PRODUCTION = workspace("wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ", "Production");

    private Organization() {}

    record View(String id, String type, String name) {}

    private static SimGroup workspace(String id, String name) {
        return new SimGroup(id, Provider.ANTHROPIC, name, null, Instant.parse("2026-03-01T08:00:00Z"), null);
    }
}
