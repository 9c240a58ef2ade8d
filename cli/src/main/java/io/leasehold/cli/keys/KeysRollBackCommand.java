package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "roll-back",
        description = "Serve a key's old secret again while its rotation still can be turned round.",
        mixinStandardHelpOptions = true)
final class KeysRollBackCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the audit log.")
    private @Nullable String reason;

    KeysRollBackCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        var body = Bodies.body();
        Bodies.put(body, "reason", reason);
        RotationOptions.show(printer, api.post(Api.path("keys", key.name(), "rotation", "roll-back"), body));
        return ExitCode.DONE;
    }
}
