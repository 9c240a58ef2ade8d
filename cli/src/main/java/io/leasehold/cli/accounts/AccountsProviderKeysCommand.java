package io.leasehold.cli.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import io.leasehold.cli.output.Column;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "provider-keys",
        description = "List the keys that exist at the provider, and which of them are in the pool.",
        mixinStandardHelpOptions = true)
final class AccountsProviderKeysCommand extends RowsCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    AccountsProviderKeysCommand(Cli cli) {
        super(
                cli,
                List.of(
                        Column.of("id"),
                        Column.of("name"),
                        Column.of("hint"),
                        Column.of("state"),
                        Column.of("group"),
                        Column.of("KEY", "key_name")));
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Accounts.path(api, account, "provider-keys"));
    }
}
