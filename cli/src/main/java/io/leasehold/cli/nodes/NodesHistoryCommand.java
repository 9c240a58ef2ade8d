package io.leasehold.cli.nodes;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "history",
        description = "When nodes joined, were lost, came back and were removed, the earliest first.",
        mixinStandardHelpOptions = true)
final class NodesHistoryCommand extends ListCommand {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            required = true,
            description = "From when on, such as 2026-11-01T00:00:00Z.")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "Until when; now where left out.")
    private @Nullable String to;

    @Option(names = "--node", paramLabel = "ID", description = "Only of that node.")
    private @Nullable String node;

    NodesHistoryCommand(Cli cli) {
        super(
                cli,
                Api.path("nodes", "history"),
                List.of(
                        Column.of("at"),
                        Column.of("change"),
                        Column.of("NODE", "node_name"),
                        Column.of("BY", "actor"),
                        Column.of("reason")));
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("from", from).with("to", to).with("node", node);
    }
}
