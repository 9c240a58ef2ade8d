package io.leasehold.cli.members;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "set-role", description = "Change a member's role.", mixinStandardHelpOptions = true)
final class MembersSetRoleCommand extends ApiCommand {
    @Parameters(index = "0", paramLabel = "MEMBER", description = "User name or id.")
    private String member = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "What the role is for; the whole workspace where left out.")
    private @Nullable String domain;

    MembersSetRoleCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        Query query = new Query().with("domain", domain);
        printer.item(
                api.patch(Api.path("members", member) + query, Bodies.body().put("role", role)));
        return ExitCode.DONE;
    }
}
