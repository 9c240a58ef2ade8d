package io.leasehold.cli.providers;

import picocli.CommandLine.Command;

/** The verbs of {@code leasehold providers}. */
@Command(
        name = "providers",
        description = "The providers of the accounts: how they answer, what they said, and what they are asked.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ProvidersListCommand.class,
            ProvidersHistoryCommand.class,
            ProvidersCorrectionsCommand.class,
            ProvidersQuotasCommand.class,
            ProvidersAnswersCommand.class,
            ProvidersShowAnswerCommand.class,
            ProvidersPlanCommand.class,
            ProvidersSetPlanCommand.class,
            ProvidersDiscoveredCommand.class,
            ProvidersDiscoverCommand.class
        })
public final class ProvidersCommand {}
