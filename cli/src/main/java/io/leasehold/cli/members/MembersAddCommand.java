package io.leasehold.cli.members;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Give somebody a role, or invite them.", mixinStandardHelpOptions = true)
final class MembersAddCommand extends ApiCommand {
    @Parameters(index = "0", paramLabel = "USER", description = "User name or e-mail.")
    private String user = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "What the role is for; the whole workspace where left out.")
    private @Nullable String domain;

    MembersAddCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        ObjectNode body = Bodies.body().put("user", user).put("role", role);
        Bodies.put(body, "domain", domain);
        printer.item(api.post(Api.path("members"), body));
        return ExitCode.DONE;
    }
}
