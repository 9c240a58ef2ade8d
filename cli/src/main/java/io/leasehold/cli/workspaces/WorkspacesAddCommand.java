package io.leasehold.cli.workspaces;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Add a workspace; for platform admins.", mixinStandardHelpOptions = true)
final class WorkspacesAddCommand extends ItemCommand {
    @Parameters(paramLabel = "SLUG", description = "What addresses and groups call it; it never changes.")
    private String slug = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What people will call it.")
    private String name = "";

    WorkspacesAddCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.post(Api.path("workspaces"), Bodies.body().put("slug", slug).put("name", name));
    }
}
