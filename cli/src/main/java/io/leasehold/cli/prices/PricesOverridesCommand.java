package io.leasehold.cli.prices;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "overrides",
        description = "List the prices that the workspace has set for itself.",
        mixinStandardHelpOptions = true)
final class PricesOverridesCommand extends ListCommand {
    PricesOverridesCommand(Cli cli) {
        super(
                cli,
                Api.path("prices", "overrides"),
                List.of(
                        Column.of("id"),
                        Column.of("provider"),
                        Column.of("model"),
                        Column.of("TIER", "service_tier"),
                        PriceColumns.of("INPUT", "input"),
                        PriceColumns.of("OUTPUT", "output"),
                        Column.of("FROM", "valid_from"),
                        Column.of("UNTIL", "valid_until"),
                        Column.of("note")));
    }

    @Override
    protected Query query(Api api) {
        return new Query();
    }
}
