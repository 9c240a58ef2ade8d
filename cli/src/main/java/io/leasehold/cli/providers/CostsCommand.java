package io.leasehold.cli.providers;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leasehold costs}. */
@Command(
        name = "costs",
        description =
                "List what providers charged, by account and day in UTC; of the last 24 hours where nothing is said.",
        mixinStandardHelpOptions = true)
public final class CostsCommand extends ListCommand {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only days that end later, such as 2026-11-01T00:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Only days that begin before that time.")
    private @Nullable String to;

    CostsCommand(Cli cli) {
        super(
                cli,
                Api.path("costs", "provider"),
                List.of(
                        Column.of("DAY", "from"),
                        Column.of("provider"),
                        Column.of("amount"),
                        Column.of("currency"),
                        Column.of("usd"),
                        Column.of("rate"),
                        Column.of("RATE OF", "rate_date"),
                        Column.of("FINAL", "complete"),
                        Column.of("AS OF", "as_of"),
                        Column.of("ACCOUNT", "account_id")));
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("from", from).with("to", to);
    }
}
