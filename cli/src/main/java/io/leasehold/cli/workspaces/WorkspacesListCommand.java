package io.leasehold.cli.workspaces;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "list", description = "List the workspaces that you belong to.", mixinStandardHelpOptions = true)
final class WorkspacesListCommand extends ListCommand {
    WorkspacesListCommand(Cli cli) {
        super(
                cli,
                Api.path("workspaces"),
                List.of(
                        Column.of("slug"),
                        Column.of("name"),
                        Column.of("capture"),
                        Column.of("FAIL OPEN", "fail_open"),
                        Column.of("id")));
    }

    @Override
    protected Query query(Api api) {
        return new Query();
    }
}
