package io.leasehold.cli.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "add-group",
        description = "Make a workspace or project at the provider.",
        mixinStandardHelpOptions = true)
final class AccountsAddGroupCommand extends ItemCommand {
    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "What it is called there.")
    private String name = "";

    AccountsAddGroupCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.post(Accounts.path(api, account, "groups"), Bodies.body().put("name", name));
    }
}
