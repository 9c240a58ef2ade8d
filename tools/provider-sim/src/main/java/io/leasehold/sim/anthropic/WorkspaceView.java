package io.leasehold.sim.anthropic;

import io.leasehold.sim.group.SimGroup;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A workspace as the admin API shows it. */
record WorkspaceView(
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
        @Nullable String userProfileId) {

    record DataResidency(String workspaceGeo, String defaultInferenceGeo, String allowedInferenceGeos) {}

    static WorkspaceView of(SimGroup workspace) {
        return new WorkspaceView(
                workspace.id(),
                "workspace",
                workspace.name(),
                workspace.createdAt(),
                workspace.archivedAt(),
                "#6C5BB9",
                "f8a7b6c5-4d3e-4f1a-8b9c-0d1e2f3a4b5c",
                new DataResidency("us", "global", "unrestricted"),
                null,
                workspace.id().equals(Organization.PRODUCTION.id()) ? Map.of("team", "billing") : Map.of(),
                null);
    }
}
