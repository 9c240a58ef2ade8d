package io.leasehold.cli.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Parameters;

/** What is done to a provider account by one word. */
abstract class AccountActCommand extends ItemCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    private final String act;

    AccountActCommand(Cli cli, String act) {
        super(cli);
        this.act = act;
    }

    @Override
    protected final JsonNode ask(Api api) {
        return api.post(Accounts.path(api, account, act), Bodies.body());
    }
}
