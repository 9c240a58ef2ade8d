package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "raise", description = "Raise a limit for a time.", mixinStandardHelpOptions = true)
final class LimitsRaiseCommand extends ItemCommand {
    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--period", required = true, paramLabel = "PERIOD", description = "Which limit, such as month.")
    private String period = "";

    @Option(names = "--by", required = true, paramLabel = "USD", description = "How much more, such as 50.00.")
    private String amount = "";

    @Option(names = "--until", required = true, paramLabel = "TIME", description = "Such as 2026-12-01T00:00:00Z.")
    private String until = "";

    @Option(names = "--from", paramLabel = "TIME", description = "At once where left out.")
    private @Nullable String from;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for whoever asks later.")
    private String reason = "";

    @Option(names = "--approver", required = true, paramLabel = "NAME", description = "Who agreed.")
    private String approver = "";

    LimitsRaiseCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body()
                .put("period", period)
                .put("amount", amount)
                .put("reason", reason)
                .put("approver", approver)
                .put("ends_at", until);
        Bodies.put(body, "starts_at", from);
        return api.post(scope.raises(), body);
    }
}
