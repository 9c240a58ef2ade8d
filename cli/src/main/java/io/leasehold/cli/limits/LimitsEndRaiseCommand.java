package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "end-raise", description = "End a raise before its time.", mixinStandardHelpOptions = true)
final class LimitsEndRaiseCommand extends ItemCommand {
    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Parameters(index = "2", paramLabel = "RAISE", description = "Its id; see: leasehold limits raises")
    private String raise = "";

    LimitsEndRaiseCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.post(scope.raise(raise, "end"), Bodies.body());
    }
}
