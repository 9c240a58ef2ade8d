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
        name = "answers",
        description = "List what providers answered when they were asked, newest first; kept for a few days.",
        mixinStandardHelpOptions = true)
final class ProvidersAnswersCommand extends ListCommand {
    @Option(names = "--account", paramLabel = "ACCOUNT", description = "Only of the account with that name or id.")
    private @Nullable String account;

    ProvidersAnswersCommand(Cli cli) {
        super(
                cli,
                Api.path("usage", "raw-responses"),
                List.of(
                        Column.of("at"),
                        Column.of("provider"),
                        Column.of("method"),
                        Column.of("path"),
                        Column.of("status"),
                        Column.of("bytes"),
                        Column.of("TOOK MS", "took_ms"),
                        Column.of("id")));
    }

    @Override
    protected Query query(Api api) {
        return new Query().with("account_id", account == null ? null : PolledAccounts.id(api, account));
    }
}
