package io.leasehold.cli.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = "Rename a provider account, or change its endpoint while it has no secrets.",
        mixinStandardHelpOptions = true)
final class AccountsUpdateCommand extends ItemCommand {
    @Parameters(paramLabel = "ACCOUNT", description = "Its name or id.")
    private String account = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What people will call it.")
    private @Nullable String name;

    @Option(names = "--endpoint", paramLabel = "URL", description = "A public https address.")
    private @Nullable String endpoint;

    AccountsUpdateCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "name", name);
        Bodies.put(body, "endpoint", endpoint);
        return api.patch(Accounts.path(api, account), Bodies.notEmpty(body));
    }
}
