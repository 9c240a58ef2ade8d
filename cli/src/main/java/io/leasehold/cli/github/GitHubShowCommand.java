package io.leasehold.cli.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show how a sign-in stands.", mixinStandardHelpOptions = true)
final class GitHubShowCommand extends ItemCommand {
    @Parameters(paramLabel = "ID", description = "See: leasehold github list")
    private String id = "";

    GitHubShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return SignIns.poll(api, id);
    }
}
