package io.leasehold.sim.openai;

import io.leasehold.sim.group.SimGroup;
import io.leasehold.sim.key.Provider;
import java.time.Instant;

/** The one organisation that is simulated, its owner, and the project it has from the start. */
final class Organization {
    static final String ID = "org-simulated";
    static final Instant CREATED_AT = Instant.parse("2026-03-01T08:00:00Z");
    static final SimGroup DEFAULT_PROJECT =
            new SimGroup("proj_DefaultQm7vTz4HsKx9Lb2Wn", Provider.OPENAI, "Default project", null, CREATED_AT, null);
    static final Owner OWNER = new Owner("user-9f3", "A. Owner", "a@example.com", "owner", CREATED_AT.getEpochSecond());

    private Organization() {}

    record Owner(String id, String name, String email, String role, long createdAt) {}
}
