package io.leasehold.cli.domains;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Add a domain.", mixinStandardHelpOptions = true)
final class DomainsAddCommand extends ItemCommand {
    @Parameters(paramLabel = "NAME", description = "Host name or application label, such as app.example.com.")
    private String name = "";

    @Mixin
    private DomainOptions options = new DomainOptions();

    DomainsAddCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.post(Api.path("domains"), options.body().put("name", name));
    }
}
