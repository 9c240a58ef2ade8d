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
        name = "quotas",
        description = "List what providers said was left, each time that they said something else.",
        mixinStandardHelpOptions = true)
final class ProvidersQuotasCommand extends ListCommand {
    @Mixin
    private PastOptions past = new PastOptions();

    ProvidersQuotasCommand(Cli cli) {
        super(
                cli,
                Api.path("usage", "history", "quotas"),
                List.of(
                        Column.of("AS OF", "as_of"),
                        Column.of("provider"),
                        UsedAccounts.LEFT,
                        Column.of("plan"),
                        Column.of("holder"),
                        Column.of("ACCOUNT", "account_id")));
    }

    @Override
    protected Query query(Api api) {
        return past.query(api);
    }
}
