package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "schedule", description = "Show when a key is rotated by itself.", mixinStandardHelpOptions = true)
final class KeysScheduleCommand extends ItemCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysScheduleCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(key.path("rotation-schedule"));
    }
}
