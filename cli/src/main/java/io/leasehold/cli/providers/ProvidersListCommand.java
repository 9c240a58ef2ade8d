package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "List the accounts' providers, how they answer, and what to do where they don't.",
        mixinStandardHelpOptions = true)
final class ProvidersListCommand extends RowsCommand {
    ProvidersListCommand(Cli cli) {
        super(cli, PolledAccounts.COLUMNS);
    }

    @Override
    protected Iterable<JsonNode> ask(Api api) {
        return PolledAccounts.list(api);
    }
}
