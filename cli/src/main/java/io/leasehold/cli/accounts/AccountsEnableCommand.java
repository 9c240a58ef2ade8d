package io.leasehold.cli.accounts;

import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;

@Command(name = "enable", description = "Lease its keys again.", mixinStandardHelpOptions = true)
final class AccountsEnableCommand extends AccountActCommand {
    AccountsEnableCommand(Cli cli) {
        super(cli, "enable");
    }
}
