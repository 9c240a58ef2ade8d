package io.leasehold.cli.keys;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold keys}. */
@Command(
        name = "keys",
        description = "API keys of the providers, and their ends.",
        mixinStandardHelpOptions = true,
        subcommands = {
            KeysListCommand.class,
            KeysShowCommand.class,
            KeysAddCommand.class,
            KeysAddAllCommand.class,
            KeysCreateCommand.class,
            KeysSourcesCommand.class,
            KeysLeaveSourceCommand.class,
            KeysUpdateCommand.class,
            KeysFindCommand.class,
            KeysTestCommand.class,
            KeysVerifyCommand.class,
            KeysVerifyAllCommand.class,
            KeysSpendCommand.class,
            KeysEnforcementCommand.class,
            KeysProviderLimitCommand.class,
            KeysBindCommand.class,
            KeysDisableCommand.class,
            KeysEnableCommand.class,
            KeysRetireCommand.class,
            KeysRotateCommand.class,
            KeysReplaceSecretCommand.class,
            KeysRotationCommand.class,
            KeysRollBackCommand.class,
            KeysAbandonRotationCommand.class,
            KeysRotationsCommand.class,
            KeysScheduleCommand.class,
            KeysSetScheduleCommand.class,
            KeysRemoveScheduleCommand.class,
            KeysRevokeCommand.class,
            KeysRevokeAllCommand.class,
            KeysRevocationCommand.class,
            KeysAbandonCommand.class
        })
public final class KeysCommand {}
