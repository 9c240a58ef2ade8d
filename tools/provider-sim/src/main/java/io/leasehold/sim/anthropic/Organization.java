package io.leasehold.sim.anthropic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one organisation that is simulated, and its two workspaces. */
final class Organization {
    static final String ID = "8f1c2a7e-6b0d-4f0e-9c55-0d8f7d1f4a11";
    static final Organization.View VIEW = new View(ID, "organization", "Example Org");
    static final Workspace DEFAULT = workspace("wrkspc_01DefaultQm7vTz4HsKx9Lb2Wn", "Default", Map.of());
    static final List<Workspace> OTHERS =
            List.of(workspace("wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ", "Production", Map.of("team", "billing")));

    private Organization() {}

    record View(String id, String type, String name) {}

    record Workspace(
            String id,
            String type,
            String name,
            Instant createdAt,
            @Nullable Instant archivedAt,
            String displayColor,
            String compartmentId,
            DataResidency dataResidency,
            @Nullable String externalKeyId,
            Map<String, String> tags,
            @Nullable String userProfileId) {}

    record DataResidency(String workspaceGeo, String defaultInferenceGeo, String allowedInferenceGeos) {}

    private static Workspace workspace(String id, String name, Map<String, String> tags) {
        return new Workspace(
                id,
                "workspace",
                name,
                Instant.parse("2026-03-01T08:00:00Z"),
                null,
                "#6C5BB9",
                "f8a7b6c5-4d3e-4f1a-8b9c-0d1e2f3a4b5c",
                new DataResidency("us", "global", "unrestricted"),
                null,
                tags,
                null);
    }
}
