package io.leasehold.cli.keys;

import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "show", description = "Show one key.", mixinStandardHelpOptions = true)
final class KeysShowCommand extends ApiCommand {
    @Mixin
    private KeyOptions key = new KeyOptions();

    KeysShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        printer.item(api.get(key.path()));
        return ExitCode.DONE;
    }
}
