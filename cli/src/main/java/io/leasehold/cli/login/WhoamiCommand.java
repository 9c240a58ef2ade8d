package io.leasehold.cli.login;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;

@Command(name = "whoami", description = "Show who is signed in, and their roles.", mixinStandardHelpOptions = true)
public final class WhoamiCommand extends ItemCommand {
    WhoamiCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("me"));
    }
}
