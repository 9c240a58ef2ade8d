package io.leasehold.cli.members;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.api.Query;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Take a member's role away.", mixinStandardHelpOptions = true)
final class MembersRemoveCommand extends ApiCommand {
    @Parameters(paramLabel = "MEMBER", description = "User name or id.")
    private String member = "";

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "Only there; the workspace and all of its domains where left out.")
    private @Nullable String domain;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    MembersRemoveCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "They lose their role.", member);
        api.delete(Api.path("members", member), new Query().with("domain", domain));
        return ExitCode.DONE;
    }
}
