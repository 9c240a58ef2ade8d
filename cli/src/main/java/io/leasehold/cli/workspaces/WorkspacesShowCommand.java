package io.leasehold.cli.workspaces;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one workspace.", mixinStandardHelpOptions = true)
final class WorkspacesShowCommand extends ItemCommand {
    @Parameters(paramLabel = "SLUG", description = "Its slug or id.")
    private String slug = "";

    WorkspacesShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("workspaces", slug));
    }
}
