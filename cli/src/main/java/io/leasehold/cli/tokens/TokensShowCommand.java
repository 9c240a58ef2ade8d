package io.leasehold.cli.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show what is kept of one API token.", mixinStandardHelpOptions = true)
final class TokensShowCommand extends ItemCommand {
    @Parameters(paramLabel = "TOKEN", description = "Its name or id.")
    private String token = "";

    TokensShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("tokens", token));
    }
}
