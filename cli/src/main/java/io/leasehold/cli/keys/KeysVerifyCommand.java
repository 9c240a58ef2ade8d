package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = "Ask the provider whether it accepts the key; exits 1 when it does not.",
        mixinStandardHelpOptions = true)
final class KeysVerifyCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysVerifyCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        JsonNode check = api.post(key.path("verify"), Bodies.body());
        printer.item(check);
        return check.path("result").asText().equals("valid") ? ExitCode.DONE : ExitCode.FAILED;
    }
}
