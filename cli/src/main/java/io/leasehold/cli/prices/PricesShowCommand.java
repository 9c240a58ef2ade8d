package io.leasehold.cli.prices;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Show a price that the workspace has set for itself.",
        mixinStandardHelpOptions = true)
final class PricesShowCommand extends ItemCommand {
    @Parameters(paramLabel = "ID", description = "As 'prices overrides' tells it.")
    private String id = "";

    PricesShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("prices", "overrides", id));
    }
}
