package io.leasehold.cli.prices;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold prices}. */
@Command(
        name = "prices",
        description = "What models cost, prices of the workspace itself, and pricing history again.",
        mixinStandardHelpOptions = true,
        subcommands = {
            PricesListCommand.class,
            PricesOverridesCommand.class,
            PricesShowCommand.class,
            PricesSetCommand.class,
            PricesRemoveCommand.class,
            PricesRepriceCommand.class,
            PricesRepricingsCommand.class
        })
public final class PricesCommand {}
