package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "enforcement",
        description =
                "Show what a key's provider enforces of it by our doing: its limit, and whether it was switched off.",
        mixinStandardHelpOptions = true)
final class KeysEnforcementCommand extends ItemCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysEnforcementCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(key.path("provider", "enforcement"));
    }
}
