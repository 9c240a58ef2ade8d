package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "direct",
        description = "Show what a key that nodes use themselves has cost by its provider's word, and how old that is.",
        mixinStandardHelpOptions = true)
final class LimitsDirectCommand extends ItemCommand {
    @Parameters(index = "0", paramLabel = "KEY", description = "The key's id.")
    private String key = "";

    LimitsDirectCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("spend", "key", key, "direct"));
    }
}
