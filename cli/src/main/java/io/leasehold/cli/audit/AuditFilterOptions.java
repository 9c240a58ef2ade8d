package io.leasehold.cli.audit;

import io.leasehold.cli.api.Query;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries a command is about. */
final class AuditFilterOptions {
    @Option(names = "--actor", paramLabel = "NAME", description = "Only what somebody of that name did.")
    private @Nullable String actor;

    @Option(names = "--actor-id", paramLabel = "ID", description = "Only what was done by who has that id.")
    private @Nullable String actorId;

    @Option(names = "--action", paramLabel = "ACTION", description = "Only that, such as key.revoke.")
    private @Nullable String action;

    @Option(names = "--target-type", paramLabel = "TYPE", description = "Only what was done to such, as key.")
    private @Nullable String targetType;

    @Option(names = "--target", paramLabel = "ID", description = "Only what was done to that.")
    private @Nullable String target;

    @Option(names = "--result", paramLabel = "RESULT", description = "Only success, refused or failed.")
    private @Nullable String result;

    @Option(names = "--from", paramLabel = "TIME", description = "Only then or later, such as 2026-11-01T00:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only before that time.")
    private @Nullable String to;

    Query query() {
        return new Query()
                .with("actor", actor)
                .with("actor_id", actorId)
                .with("action", action)
                .with("target_type", targetType)
                .with("target", target)
                .with("result", result)
                .with("from", from)
                .with("to", to);
    }
}
