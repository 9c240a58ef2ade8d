package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "abandon-rotation",
        description = {
            "Give up waiting for proof that the secret that goes is dead: it is destroyed here, the provider is not asked.",
            "The key goes on with the secret that is served."
        },
        mixinStandardHelpOptions = true)
final class KeysAbandonRotationCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For the audit log.")
    private String reason = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    KeysAbandonRotationCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "The secret that goes may stay alive at its provider.", key.name());
        RotationOptions.show(
                printer, api.post(key.path("rotation", "abandon"), Bodies.body().put("reason", reason)));
        return ExitCode.DONE;
    }
}
