package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "show", description = "Show the limits of one scope.", mixinStandardHelpOptions = true)
final class LimitsShowCommand extends ItemCommand {
    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    LimitsShowCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(scope.path());
    }
}
