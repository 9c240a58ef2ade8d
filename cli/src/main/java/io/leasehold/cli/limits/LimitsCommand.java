package io.leasehold.cli.limits;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold limits}. */
@Command(
        name = "limits",
        description = "How much may be spent and is, and raises for a time.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LimitsListCommand.class,
            LimitsUrgentCommand.class,
            LimitsSpentCommand.class,
            LimitsDirectCommand.class,
            LimitsCheckCommand.class,
            LimitsReleasePresumedCommand.class,
            LimitsShowCommand.class,
            LimitsSetCommand.class,
            LimitsRaiseCommand.class,
            LimitsRaisesCommand.class,
            LimitsShowRaiseCommand.class,
            LimitsEndRaiseCommand.class
        })
public final class LimitsCommand {}
