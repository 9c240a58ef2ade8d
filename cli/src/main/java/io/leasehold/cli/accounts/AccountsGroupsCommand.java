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
        name = "groups",
        description = "List the workspaces or projects that exist at the provider.",
        mixinStandardHelpOptions = true)
final class AccountsGroupsCommand extends RowsCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    AccountsGroupsCommand(Cli cli) {
        super(cli, List.of(Column.of("id"), Column.of("name"), Column.of("active")));
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Accounts.path(api, account, "groups"));
    }
}
