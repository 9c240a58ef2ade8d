package io.leasehold.cli.leases;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold leases}. */
@Command(
        name = "leases",
        description = "Rights of nodes to use keys, for a time and for an amount of money.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LeasesListCommand.class,
            LeasesShowCommand.class,
            LeasesAskCommand.class,
            LeasesRenewCommand.class,
            LeasesReleaseCommand.class,
            LeasesRevokeCommand.class,
            LeasesRevokeAllCommand.class
        })
public final class LeasesCommand {}
