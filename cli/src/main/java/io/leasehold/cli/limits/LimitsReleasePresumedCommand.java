package io.leasehold.cli.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.command.ItemCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "release-presumed",
        description =
                "Let money be spent again that counts as spent since its gateway was lost or its direct lease ended.",
        mixinStandardHelpOptions = true)
final class LimitsReleasePresumedCommand extends ItemCommand {
    @Parameters(index = "0", paramLabel = "SCOPE", description = "lease, key, node, domain, workspace or user.")
    private String scope = "";

    @Parameters(index = "1", paramLabel = "ID", description = "Which one.")
    private String id = "";

    @Option(names = "--period", required = true, paramLabel = "PERIOD", description = "Which limit, such as total.")
    private String period = "";

    @Option(
            names = "--window-start",
            paramLabel = "TIME",
            description = "When that day or month began; the one that runs now where left out.")
    private @Nullable String windowStart;

    @Option(names = "--amount", paramLabel = "USD", description = "How much of it; all where left out.")
    private @Nullable String amount;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "For the audit log.")
    private String reason = "";

    @Mixin
    private Confirmation confirmation = new Confirmation();

    LimitsReleasePresumedCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        confirmation.ask(terminal(), "If it was spent after all, the limit is exceeded by as much.", id);
        ObjectNode body = Bodies.body().put("period", period).put("reason", reason);
        Bodies.put(body, "window_start", windowStart);
        Bodies.put(body, "amount", amount);
        return api.post(Api.path("spend", scope, id, "presumed", "release"), body);
    }
}
