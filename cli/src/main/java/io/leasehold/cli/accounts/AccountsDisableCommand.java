package io.leasehold.cli.accounts;

import io.leasehold.cli.command.Cli;
import picocli.CommandLine.Command;

@Command(name = "disable", description = "Lease no key of a provider account for now.", mixinStandardHelpOptions = true)
final class AccountsDisableCommand extends AccountActCommand {
    AccountsDisableCommand(Cli cli) {
        super(cli, "disable");
    }
}
