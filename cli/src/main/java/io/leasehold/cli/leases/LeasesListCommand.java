package io.leasehold.cli.leases;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List leases, the newest first; with --at, who held what then.",
        mixinStandardHelpOptions = true)
final class LeasesListCommand extends ListCommand {
    @Mixin
    private LeaseFilterOptions filter = new LeaseFilterOptions();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Only those that could be used then, with the keys they had, such as 2026-11-21T10:00:00Z.")
    private @Nullable String at;

    LeasesListCommand(Cli cli) {
        super(
                cli,
                Api.path("leases"),
                List.of(
                        Column.of("NODE", "node_name"),
                        Column.of("provider"),
                        Column.of("mode"),
                        Column.of("state"),
                        Column.of("KEY", "key_name"),
                        Column.of("domain"),
                        Column.of("LIMIT", "spend_limit"),
                        Column.of("EXPIRES", "expire_time"),
                        Column.of("LEASE ID", "lease_id")));
    }

    @Override
    protected Query query(Api api) {
        return filter.query().with("at", at);
    }
}
