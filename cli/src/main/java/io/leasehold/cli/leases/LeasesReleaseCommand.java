package io.leasehold.cli.leases;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "release", description = "Give a lease back.", mixinStandardHelpOptions = true)
final class LeasesReleaseCommand extends ItemCommand {
    @Parameters(paramLabel = "LEASE", description = "Its id.")
    private String lease = "";

    LeasesReleaseCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.post(Api.path("leases", lease, "release"), Bodies.body());
    }
}
