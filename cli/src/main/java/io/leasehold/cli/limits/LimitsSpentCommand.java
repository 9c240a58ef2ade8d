package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.RowsCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "spent",
        description = "Show what one scope has spent in each period, holds and has left.",
        mixinStandardHelpOptions = true)
final class LimitsSpentCommand extends RowsCommand {
    @Parameters(index = "0", paramLabel = "SCOPE", description = "lease, key, node, domain, workspace or user.")
    private String scope = "";

    @Parameters(index = "1", paramLabel = "ID", description = "Which one.")
    private String id = "";

    LimitsSpentCommand(Cli cli) {
        super(cli, SpendColumns.OF_ONE);
    }

    @Override
    protected Iterable<JsonNode> ask(Api api) {
        return api.get(Api.path("spend", scope, id)).path("items");
    }
}
