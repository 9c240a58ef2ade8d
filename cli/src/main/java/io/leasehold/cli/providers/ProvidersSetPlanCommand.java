package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.ItemCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "set-plan",
        description = {
            "Set what is asked of a provider or an account, how often and how far back.",
            "It takes the place of the plan before as a whole: what is left out goes as it goes otherwise."
        },
        mixinStandardHelpOptions = true)
final class ProvidersSetPlanCommand extends ItemCommand {
    @Mixin
    private PlanOf of = new PlanOf();

    @Option(names = "--interval", paramLabel = "DURATION", description = "How often, PT1M to P1D.")
    private @Nullable String interval;

    @Option(names = "--part", paramLabel = "PART", description = "cost, usage or quota; may be repeated.")
    private List<String> parts = List.of();

    @Option(names = "--backfill-days", paramLabel = "DAYS", description = "How many days before today, 0 to 90.")
    private @Nullable Integer backfillDays;

    @Option(names = "--bucket", paramLabel = "BUCKET", description = "How fine usage is read: minute, hour or day.")
    private @Nullable String bucket;

    ProvidersSetPlanCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected JsonNode ask(Api api) {
        ObjectNode body = Bodies.body();
        Bodies.put(body, "interval", interval);
        Bodies.put(body, "parts", parts);
        if (backfillDays != null) {
            body.put("backfill_days", backfillDays);
        }
        Bodies.put(body, "bucket", bucket);
        return api.put(of.path(api), body);
    }
}
