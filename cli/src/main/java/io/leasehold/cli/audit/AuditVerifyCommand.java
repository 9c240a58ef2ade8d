package io.leasehold.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        description = "Find out whether the log is what was written; exits 1 when it is not.",
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand extends ApiCommand {
    AuditVerifyCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        JsonNode verification = api.get(Api.path("audit", "verify"));
        printer.item(verification);
        return verification.path("intact").asBoolean() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
