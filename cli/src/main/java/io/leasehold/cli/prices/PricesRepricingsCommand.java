package io.leasehold.cli.prices;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "repricings",
        description = "List when history was priced again, by whom and with what result.",
        mixinStandardHelpOptions = true)
final class PricesRepricingsCommand extends ListCommand {
    PricesRepricingsCommand(Cli cli) {
        super(
                cli,
                Api.path("stats", "repricings"),
                List.of(
                        Column.of("BEGUN", "created_at"),
                        Column.of("BY", "created_by"),
                        Column.of("state"),
                        Column.of("DRY RUN", "dry_run"),
                        Column.of("from"),
                        Column.of("to"),
                        Column.of("model"),
                        Column.of("CHANGED", "requests_changed"),
                        Column.of("BEFORE", "cost_before"),
                        Column.of("AFTER", "cost_after"),
                        Column.of("reason")));
    }

    @Override
    protected Query query(Api api) {
        return new Query();
    }
}
