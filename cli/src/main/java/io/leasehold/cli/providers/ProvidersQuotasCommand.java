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

@Command(
        name = "quotas",
        description = "List what providers said was left, each time that they said something else.",
        mixinStandardHelpOptions = true)
final class ProvidersQuotasCommand extends ListCommand {
    @Option(names = "--provider", paramLabel = "ID", description = "Only of this provider.")
    private @Nullable String provider;

    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Name or id of the only account.")
    private @Nullable String account;

    @Option(names = "--from", paramLabel = "TIME", description = "A day before the end where left out.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Now where left out.")
    private @Nullable String to;

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
        return new Query()
                .with("provider", provider)
                .with("account_id", account == null ? null : PolledAccounts.id(api, account))
                .with("from", from)
                .with("to", to);
    }
}
