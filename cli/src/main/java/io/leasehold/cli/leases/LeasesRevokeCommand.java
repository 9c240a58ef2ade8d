package io.leasehold.cli.leases;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "End a lease at once.", mixinStandardHelpOptions = true)
final class LeasesRevokeCommand extends ItemCommand {
    @Parameters(paramLabel = "LEASE", description = "Its id.")
    private String lease = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Is kept and told.")
    private String reason = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    LeasesRevokeCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        confirmation.ask(terminal(), "The lease ends at once.", lease);
        return api.post(Api.path("leases", lease, "revoke"), Bodies.body().put("reason", reason));
    }
}
