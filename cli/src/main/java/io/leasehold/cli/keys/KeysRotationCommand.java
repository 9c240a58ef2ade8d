package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rotation",
        description = "Show how the rotation of a key stands, or how the last one ended.",
        mixinStandardHelpOptions = true)
final class KeysRotationCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysRotationCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        RotationOptions.show(printer, api.get(key.path("rotation")));
        return ExitCode.DONE;
    }
}
