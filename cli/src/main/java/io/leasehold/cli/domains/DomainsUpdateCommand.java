package io.leasehold.cli.domains;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = "Change what is kept of a domain's traffic, or its tags, all of which are replaced.",
        mixinStandardHelpOptions = true)
final class DomainsUpdateCommand extends ItemCommand {
    @Parameters(paramLabel = "DOMAIN", description = "Its name or id.")
    private String domain = "";

    @Mixin
    private DomainOptions options = new DomainOptions();

    DomainsUpdateCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.patch(Api.path("domains", domain), Bodies.notEmpty(options.body()));
    }
}
