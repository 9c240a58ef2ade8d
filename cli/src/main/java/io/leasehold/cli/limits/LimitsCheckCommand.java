package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        description = "Tell whether what is told of spend is what it adds up to.",
        mixinStandardHelpOptions = true)
final class LimitsCheckCommand extends ItemCommand {
    LimitsCheckCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("spend", "consistency"));
    }
}
