package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "revocation", description = "Show how the revocation of a key stands.", mixinStandardHelpOptions = true)
final class KeysRevocationCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysRevocationCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        RevocationTable.show(printer, api.get(key.path("revocation")));
        return ExitCode.DONE;
    }
}
