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
        name = "corrections",
        description = "List what providers had said of intervals that were over, before they corrected it.",
        mixinStandardHelpOptions = true)
final class ProvidersCorrectionsCommand extends ListCommand {
    @Mixin
    private FigureFilterOptions filter = new FigureFilterOptions();

    ProvidersCorrectionsCommand(Cli cli) {
        super(
                cli,
                Api.path("usage", "history", "revisions"),
                List.of(
                        Column.of("FROM", "from"),
                        Column.of("TO", "to"),
                        Column.of("provider"),
                        Column.of("kind"),
                        Figures.COST,
                        Figures.REQUESTS,
                        Figures.INPUT,
                        Figures.OUTPUT,
                        Column.of("REVISION", "revision"),
                        Column.of("CORRECTED", "replaced_at"),
                        Column.of("ACCOUNT", "account_id")));
    }

    @Override
    protected Query query(Api api) {
        return filter.query(api);
    }
}
