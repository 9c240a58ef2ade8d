package io.leasehold.cli.leases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "renew",
        description = "Keep a lease for another time; the answer is what was granted.",
        mixinStandardHelpOptions = true)
final class LeasesRenewCommand extends ItemCommand {
    @Parameters(paramLabel = "LEASE", description = "Its id.")
    private String lease = "";

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            description = "For how long from now, such as PT24H, which is usual.")
    private @Nullable String ttl;

    LeasesRenewCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "ttl", ttl);
        return api.post(Api.path("leases", lease, "renew"), body);
    }
}
