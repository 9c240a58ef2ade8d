package io.leasehold.cli.audit;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List what was done, newest first.", mixinStandardHelpOptions = true)
final class AuditListCommand extends ListCommand {
    @Mixin
    private AuditFilterOptions filter = new AuditFilterOptions();

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
    protected Query query(Api api) {
        return filter.query();
    }
}
