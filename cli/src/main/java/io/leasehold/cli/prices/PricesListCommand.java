package io.leasehold.cli.prices;

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
        name = "list",
        description = "List what models cost here, in USD per million tokens.",
        mixinStandardHelpOptions = true)
final class PricesListCommand extends ListCommand {
    @Option(names = "--provider", paramLabel = "PROVIDER", description = "Only that provider's models.")
    private @Nullable String provider;

    @Option(names = "--model", paramLabel = "MODEL", description = "Only what holds for that name.")
    private @Nullable String model;

    @Option(names = "--at", paramLabel = "TIME", description = "As they held then, such as 2026-11-01T00:00:00Z.")
    private @Nullable String at;

    PricesListCommand(Cli cli) {
        super(
                cli,
                Api.path("prices"),
                List.of(
                        Column.of("provider"),
                        Column.of("model"),
                        PriceColumns.of("INPUT", "input"),
                        PriceColumns.of("CACHE READ", "cache_read"),
                        PriceColumns.of("OUTPUT", "output"),
                        Column.of("overridden")));
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("provider", provider).with("model", model).with("at", at);
    }
}
