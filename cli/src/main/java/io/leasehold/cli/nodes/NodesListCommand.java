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

@Command(name = "list", description = "List nodes, the oldest first.", mixinStandardHelpOptions = true)
final class NodesListCommand extends ListCommand {
    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only in that state: pending, enrolled, lost or removed.")
    private @Nullable String state;

    @Option(names = "--text", paramLabel = "TEXT", description = "Only with this in their name.")
    private @Nullable String text;

    @Option(names = "--label", paramLabel = "NAME=VALUE", description = "Only with that label.")
    private @Nullable String label;

    NodesListCommand(Cli cli) {
        super(
                cli,
                Api.path("nodes"),
                List.of(
                        Column.of("name"),
                        Column.of("state"),
                        Column.of("labels"),
                        Column.of("LAST SEEN", "last_seen_at"),
                        Column.of("id")));
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("state", state).with("text", text).with("label", label);
    }
}
