package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.accounts.Accounts;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "test",
        description = {
            "Try a secret and its models at the provider without keeping it; it is asked for, or read from the standard input.",
            "Exits 1 when the provider does not accept it, or has no such model for it."
        },
        mixinStandardHelpOptions = true)
final class KeysTestCommand extends KeyCheckCommand {
    @Option(names = "--account", required = true, paramLabel = "ACCOUNT", description = "Whose, by name or id.")
    private String account = "";

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "One that it is to be used for; may be given several times.")
    private List<String> models = List.of();

    KeysTestCommand(Cli cli) {
        super(cli);
    }

    @Override
    JsonNode check(Api api) {
        String id = Accounts.find(api, account).path("id").asText();
        ObjectNode body =
                Bodies.body().put("account_id", id).put("secret", terminal().secret("Secret:"));
        Bodies.put(body, "models", models);
        return api.post(Api.path("keys", "test"), body);
    }
}
