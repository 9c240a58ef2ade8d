package io.leasehold.cli.nodes;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "tokens",
        description = "List enrolment tokens, the newest first; what they are is not told.",
        mixinStandardHelpOptions = true)
final class NodesTokensCommand extends ListCommand {

    NodesTokensCommand(Cli cli) {
        super(
                cli,
                Api.path("nodes", "enrolment-tokens"),
                List.of(
                        Column.of("name"),
                        Column.of("BY", "created_by"),
                        Column.of("EXPIRES", "expire_time"),
                        Column.of("USED", "used_at"),
                        Column.of("NODE", "node_id"),
                        Column.of("id")));
    }

    @Override
    protected Query query(Api api) {
        return new Query();
    }
}
