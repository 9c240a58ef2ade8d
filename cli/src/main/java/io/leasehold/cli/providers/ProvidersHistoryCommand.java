package io.leasehold.cli.providers;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "history",
        description =
                "List what providers said was used and charged, the oldest first; of the last 24 hours where nothing is said.",
        mixinStandardHelpOptions = true)
final class ProvidersHistoryCommand extends ListCommand {
    @Mixin
    private FigureFilterOptions filter = new FigureFilterOptions();

    ProvidersHistoryCommand(Cli cli) {
        super(
                cli,
                Api.path("usage", "history"),
                List.of(
                        Column.of("FROM", "from"),
                        Column.of("TO", "to"),
                        Column.of("provider"),
                        Column.of("kind"),
                        Figures.COST,
                        Figures.REQUESTS,
                        Figures.INPUT,
                        Figures.OUTPUT,
                        Column.of("FINAL", "complete"),
                        Column.of("AS OF", "as_of"),
                        Column.of("ACCOUNT", "account_id")));
    }

    @Override
    protected Query query(Api api) {
        return filter.query(api);
    }
}
