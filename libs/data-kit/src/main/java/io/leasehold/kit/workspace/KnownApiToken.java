package io.leasehold.kit.workspace;

import io.leasehold.contracts.event.WorkspaceView;

/** An API token with the workspace that it is of. */
public record KnownApiToken(Workspace workspace, WorkspaceView.ApiToken token) {}
