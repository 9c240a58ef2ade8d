package io.leasehold.cli.leases;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one lease.", mixinStandardHelpOptions = true)
final class LeasesShowCommand extends ItemCommand {
    @Parameters(paramLabel = "LEASE", description = "Its id.")
    private String lease = "";

    LeasesShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("leases", lease));
    }
}
