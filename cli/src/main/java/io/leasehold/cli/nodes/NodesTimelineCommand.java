package io.leasehold.cli.nodes;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "timeline",
        description = "What became of a node and of its leases, the newest first.",
        mixinStandardHelpOptions = true)
final class NodesTimelineCommand extends ApiCommand {
    private static final List<Column> COLUMNS = List.of(
            Column.of("at"),
            Column.of("what"),
            Column.of("LEASE", "lease_id"),
            Column.of("KEY", "key_name"),
            Column.of("BY", "actor"),
            Column.of("reason"));

    @Parameters(paramLabel = "NODE", description = "Its id.")
    private String node = "";

    @Option(names = "--max", paramLabel = "N", description = "How many at most; 100 where left out.")
    private int max = 100;

    NodesTimelineCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        printer.list(api.list(Api.path("nodes", node, "timeline"), new Query(), max), COLUMNS);
        return ExitCode.DONE;
    }
}
