package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show-raise", description = "Show one raise.", mixinStandardHelpOptions = true)
final class LimitsShowRaiseCommand extends ItemCommand {
    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Parameters(index = "2", paramLabel = "RAISE", description = "Its id; see: leasehold limits raises")
    private String raise = "";

    LimitsShowRaiseCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(scope.raise(raise));
    }
}
