package io.leasehold.cli.accounts;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold accounts}. */
@Command(
        name = "accounts",
        description = "Accounts at the providers.",
        mixinStandardHelpOptions = true,
        subcommands = {
            AccountsListCommand.class,
            AccountsShowCommand.class,
            AccountsAddCommand.class,
            AccountsUpdateCommand.class,
            AccountsReplaceCredentialCommand.class,
            AccountsDisableCommand.class,
            AccountsEnableCommand.class,
            AccountsRemoveCommand.class,
            AccountsCapabilitiesCommand.class,
            AccountsProviderKeysCommand.class,
            AccountsGroupsCommand.class,
            AccountsAddGroupCommand.class
        })
public final class AccountsCommand {}
