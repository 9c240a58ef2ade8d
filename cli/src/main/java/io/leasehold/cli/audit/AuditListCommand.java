package io.leasehold.cli.audit;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List what was done, newest first.", mixinStandardHelpOptions = true)
final class AuditListCommand extends ListCommand {
    @Option(names = "--action", paramLabel = "ACTION", description = "Only that, such as key.revoke.")
    private @Nullable String action;

    @Option(names = "--target", paramLabel = "ID", description = "Only what was done to that.")
    private @Nullable String target;

    AuditListCommand(Cli cli) {
        super(
                cli,
                Api.path("audit"),
                List.of(
                        Column.of("at"),
                        Column.of("actor"),
                        Column.of("action"),
                        Column.of("result"),
                        Column.of("target"),
                        Column.of("source"),
                        Column.of("details")));
    }

    @Override
    protected Query query() {
        return new Query().with("action", action).with("target", target);
    }
}
