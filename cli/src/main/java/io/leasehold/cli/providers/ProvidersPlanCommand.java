package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = "Show what is asked of a provider or an account, how often and how far back.",
        mixinStandardHelpOptions = true)
final class ProvidersPlanCommand extends ItemCommand {
    @Mixin
    private PlanOf of = new PlanOf();

    ProvidersPlanCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(of.path(api));
    }
}
