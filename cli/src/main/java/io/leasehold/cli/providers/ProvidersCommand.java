package io.leasehold.cli.providers;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold providers}. */
@Command(
        name = "providers",
        description = "The providers of the accounts, and how they answer.",
        mixinStandardHelpOptions = true,
        subcommands = ProvidersListCommand.class)
public final class ProvidersCommand {}
