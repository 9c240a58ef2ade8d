package io.leasehold.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;

@Command(
        name = "info",
        description =
                "Show what answers at the address: its version, for how long it runs, and whether what it needs is there.",
        mixinStandardHelpOptions = true)
final class InfoCommand extends ItemCommand {
    InfoCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.getOpen(Api.path("info"));
    }
}
