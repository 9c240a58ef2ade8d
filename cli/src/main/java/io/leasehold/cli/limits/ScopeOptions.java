package io.leasehold.cli.limits;

import io.leasehold.cli.api.Api;
import picocli.CommandLine.Parameters;

/** Whose limits a command is about. */
final class ScopeOptions {
    @Parameters(index = "0", paramLabel = "SCOPE", description = "key, node, domain, workspace or user.")
    private String scope = "";

    @Parameters(index = "1", paramLabel = "ID", description = "Which one.")
    private String id = "";

    String path() {
        return Api.path("limits", scope, id);
    }

    String raises() {
        return Api.path("limits", scope, id, "raises");
    }

    String raise(String raise) {
        return Api.path("limits", scope, id, "raises", raise);
    }

    String raise(String raise, String verb) {
        return Api.path("limits", scope, id, "raises", raise, verb);
    }
}
