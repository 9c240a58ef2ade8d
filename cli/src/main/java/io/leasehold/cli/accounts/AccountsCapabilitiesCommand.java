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
        name = "capabilities",
        description = "Show what can be asked of a provider account, and what is done by hand.",
        mixinStandardHelpOptions = true)
final class AccountsCapabilitiesCommand extends RowsCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    AccountsCapabilitiesCommand(Cli cli) {
        super(
                cli,
                List.of(
                        Column.of("capability"),
                        Column.of("supported"),
                        Column.of("available"),
                        Column.of("BY HAND", "manual_step")));
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Accounts.path(api, account, "capabilities"));
    }
}
