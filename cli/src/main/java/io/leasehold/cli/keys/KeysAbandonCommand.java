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
        name = "abandon",
        description =
                "Give up waiting for proof that a key is dead: its secret is destroyed, the provider is not asked.",
        mixinStandardHelpOptions = true)
final class KeysAbandonCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For the audit log.")
    private String reason = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    KeysAbandonCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        confirmation.ask(terminal(), "The key may stay alive at its provider.", key.name());
        RevocationTable.show(
                printer,
                api.post(key.path("revocation", "abandon"), Bodies.body().put("reason", reason)));
        return ExitCode.DONE;
    }
}
