package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.accounts.Accounts;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        description = {
            "Try a secret at the provider without keeping it; it is asked for, or read from the standard input.",
            "Exits 1 when the provider does not accept it."
        },
        mixinStandardHelpOptions = true)
final class KeysTestCommand extends KeyCheckCommand {
    @Option(names = "--account", required = true, paramLabel = "ACCOUNT", description = "Whose, by name or id.")
    private String account = "";

    KeysTestCommand(Cli cli) {
        super(cli);
    }

    @Override
    JsonNode check(Api api) {
        String id = Accounts.find(api, account).path("id").asText();
        ObjectNode body =
                Bodies.body().put("account_id", id).put("secret", terminal().secret("Secret:"));
        return api.post(Api.path("keys", "test"), body);
    }
}
