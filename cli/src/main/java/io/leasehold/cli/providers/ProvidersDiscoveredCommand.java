package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import picocli.CommandLine.Command;

@Command(
        name = "discovered",
        description = "List the keys that the last look where the services run has found; shows no secret.",
        mixinStandardHelpOptions = true)
final class ProvidersDiscoveredCommand extends RowsCommand {
    ProvidersDiscoveredCommand(Cli cli) {
        super(cli, FoundKeys.COLUMNS);
    }

    @Override
    protected Iterable<JsonNode> ask(Api api) {
        return FoundKeys.of(api.get(Api.path("discovery")), terminal());
    }
}
