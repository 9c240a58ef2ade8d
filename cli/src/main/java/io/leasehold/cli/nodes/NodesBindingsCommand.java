package io.leasehold.cli.nodes;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "bindings",
        description = "List service accounts that are bound to the workspace.",
        mixinStandardHelpOptions = true)
final class NodesBindingsCommand extends ListCommand {

    NodesBindingsCommand(Cli cli) {
        super(
                cli,
                Api.path("nodes", "bindings"),
                List.of(Column.of("subject"), Column.of("issuer"), Column.of("BY", "created_by"), Column.of("id")));
    }

    @Override
    protected Query query(Api api) {
        return new Query();
    }
}
