package io.leasehold.kit.workspace;

import io.leasehold.contracts.event.WorkspaceView;
import java.util.UUID;

/** A workspace as callers name it. */
public record Workspace(UUID id, String slug, String name) {
    static Workspace of(WorkspaceView view) {
        return new Workspace(view.workspaceId(), view.slug(), view.name());
    }
}
