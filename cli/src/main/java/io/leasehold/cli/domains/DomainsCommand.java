package io.leasehold.cli.domains;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold domains}. */
@Command(
        name = "domains",
        description = "Host names and applications that traffic is grouped by.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DomainsListCommand.class,
            DomainsShowCommand.class,
            DomainsAddCommand.class,
            DomainsUpdateCommand.class,
            DomainsRemoveCommand.class
        })
public final class DomainsCommand {}
