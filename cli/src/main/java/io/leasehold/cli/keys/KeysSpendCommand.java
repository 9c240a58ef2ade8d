package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "spend",
        description = "Ask the provider what a key has spent, and what it may.",
        mixinStandardHelpOptions = true)
final class KeysSpendCommand extends ItemCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysSpendCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(key.path("provider"));
    }
}
