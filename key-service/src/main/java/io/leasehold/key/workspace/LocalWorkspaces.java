package io.leasehold.key.workspace;

import io.leasehold.kit.production.LeaseholdConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** Seeds the workspaces of a local stack, whose users and nodes are in the identity provider from the start. */
@ApplicationScoped
class LocalWorkspaces {
    private static final UUID ACME = UUID.fromString("0199f000-0000-7000-8000-00000000ac3e");
    private static final UUID GLOBEX = UUID.fromString("0199f000-0000-7000-8000-00000000910b");

    private final WorkspaceService workspaces;
    private final LeaseholdConfig config;

    LocalWorkspaces(WorkspaceService workspaces, LeaseholdConfig config) {
        this.workspaces = workspaces;
        this.config = config;
    }

    void onStart(@Observes StartupEvent event) {
        if (config.mode() == LeaseholdConfig.Mode.LOCAL) {
            workspaces.seed(ACME, "acme", "Acme");
            workspaces.seed(GLOBEX, "globex", "Globex");
        }
    }
}
