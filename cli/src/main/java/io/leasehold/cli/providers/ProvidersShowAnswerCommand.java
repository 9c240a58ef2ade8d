package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show-answer",
        description = "Show what a provider answered, word for word but for secrets.",
        mixinStandardHelpOptions = true)
final class ProvidersShowAnswerCommand extends ItemCommand {
    @Parameters(paramLabel = "ID", description = "See: leasehold providers answers")
    private String id = "";

    ProvidersShowAnswerCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        return api.get(Api.path("usage", "raw-responses", id));
    }
}
