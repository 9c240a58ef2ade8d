package io.leasehold.cli.providers;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ListCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "keys",
        description = "List what each key has spent by its provider, also around the gateway, and what counts as spent by now.",
        mixinStandardHelpOptions = true)
final class ProvidersKeysCommand extends ListCommand {
    ProvidersKeysCommand(Cli cli) {
        super(
                cli,
                Api.path("usage", "keys"),
                List.of(
                        Column.of("KEY", "key_id"),
                        Column.of("provider"),
                        Column.of("currency"),
                        Column.of("today"),
                        Column.of("month"),
                        Column.of("PER HOUR", "per_hour"),
                        Column.of("TODAY BY NOW", "counted_today"),
                        Column.of("MONTH BY NOW", "counted_month"),
                        Column.of("AS OF", "as_of"),
                        Column.of("FROM", "provenance")));
    }

    @Override
    protected Query query(Api api) {
        return new Query();
    }
}
