package io.leasehold.cli.domains;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one domain.", mixinStandardHelpOptions = true)
final class DomainsShowCommand extends ItemCommand {
    @Parameters(paramLabel = "DOMAIN", description = "Its name or id.")
    private String domain = "";

    DomainsShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("domains", domain));
    }
}
