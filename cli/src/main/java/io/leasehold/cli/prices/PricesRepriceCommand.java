package io.leasehold.cli.prices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.ApiCommand;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Printer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "reprice",
        description = {
            "Price past requests again, by the prices that hold now for their time; --dry-run says what it would change.",
            "What limits have counted stays. Exits with 3 where it was not at its end in time; it goes on by itself."
        },
        mixinStandardHelpOptions = true)
final class PricesRepriceCommand extends ApiCommand {
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final String RUNNING = "running";

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "Where to begin, inclusive.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "TIME", description = "Where to end, exclusive.")
    private String to = "";

    @Option(names = "--provider", paramLabel = "PROVIDER", description = "Only requests to that provider.")
    private @Nullable String provider;

    @Option(names = "--model", paramLabel = "MODEL", description = "Only requests that this model answered.")
    private @Nullable String model;

    @Option(
            names = "--reason",
            paramLabel = "WORDS",
            description = "Why; kept with the record. Needed unless --dry-run.")
    private @Nullable String reason;

    @Option(names = "--dry-run", description = "Change nothing, and say what would change.")
    private boolean dryRun;

    @Option(names = "--wait", paramLabel = "TIME", description = "How long to wait for its end; PT10M where left out.")
    private Duration wait = Duration.ofMinutes(10);

    PricesRepriceCommand(Cli cli) {
        super(cli);
    }

    @Override
    protected ExitCode run(Api api, Printer printer) {
        ObjectNode body = Bodies.body().put("from", from).put("to", to).put("dry_run", dryRun);
        Bodies.put(body, "provider", provider);
        Bodies.put(body, "model", model);
        Bodies.put(body, "reason", reason);
        JsonNode repricing = api.post(Api.path("stats", "repricings"), body);
        String id = repricing.path("id").asText();
        Instant latest = cli.clock().instant().plus(wait);
        while (isRunning(repricing) && cli.clock().instant().isBefore(latest)) {
            cli.pause().pause(BETWEEN);
            repricing = api.get(Api.path("stats", "repricings", id));
        }
        printer.item(repricing);
        return isRunning(repricing) ? ExitCode.UNFINISHED : ExitCode.DONE;
    }

    private static boolean isRunning(JsonNode repricing) {
        return repricing.path("state").asText().equals(RUNNING);
    }
}
