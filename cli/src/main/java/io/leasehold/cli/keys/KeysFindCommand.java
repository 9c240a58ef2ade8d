package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;

@Command(
        name = "find",
        description = "Find the key that has a secret, which is asked for or read from the standard input.",
        mixinStandardHelpOptions = true)
final class KeysFindCommand extends ItemCommand {
    KeysFindCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.post(
                Api.path("keys", "find"), Bodies.body().put("secret", terminal().secret("Secret:")));
    }
}
