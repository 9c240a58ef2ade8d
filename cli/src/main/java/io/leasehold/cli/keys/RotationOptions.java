package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.api.Api;
import io.leasehold.cli.command.Bodies;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.command.Confirmation;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.output.Printer;
import io.leasehold.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How another secret takes the place of a key's, and what is shown of it. */
final class RotationOptions {
    private static final List<Column> STEPS =
            List.of(Column.of("state"), Column.of("STEP", "title"), Column.of("detail"), Column.of("at"));
    private static final Set<String> GOOD_ENDS = Set.of("rotated", "rolled_back");

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Option(
            names = "--force",
            description = "End the old secret as soon as the new one is served; requests under way with it may fail.")
    private boolean force;

    @Option(
            names = "--overlap",
            paramLabel = "SECONDS",
            description = "For how long both secrets work at most; a day where left out.")
    private @Nullable Long overlap;

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the audit log.")
    private @Nullable String reason;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "How long to wait; 600 where left out.")
    private long timeout = 600;

    Confirmation confirmation() {
        return confirmation;
    }

    ObjectNode body() {
        ObjectNode body = Bodies.body().put("force", force);
        if (overlap != null) {
            body.put("overlap_seconds", overlap);
        }
        Bodies.put(body, "reason", reason);
        return body;
    }

    /** Tells the steps until the new secret is served; with force until the old one is dead. */
    ExitCode watch(Api api, Printer printer, Terminal terminal, Cli cli, JsonNode begun) {
        // By its id: a name may be given to another key meanwhile.
        String path = Api.path("keys", begun.path("key_id").asText(), "rotation");
        RevocationWatch watch = new RevocationWatch(terminal.err(), cli.clock(), cli.pause());
        JsonNode last = watch.until(begun, () -> api.get(path), Duration.ofSeconds(timeout), this::isEnough);
        show(printer, last);
        if (isGood(last)) {
            return ExitCode.DONE;
        }
        terminal.err()
                .println("leasehold: The rotation does not go on ("
                        + last.path("state").asText() + "): "
                        + Column.harmless(last.path("reason").asText("it goes on in the background")));
        terminal.err().flush();
        return ExitCode.UNFINISHED;
    }

    static void show(Printer printer, JsonNode rotation) {
        printer.item(rotation, "steps", STEPS);
    }

    private boolean isEnough(JsonNode rotation) {
        return isGood(rotation) || !rotation.path("state").asText().equals("running");
    }

    private boolean isGood(JsonNode rotation) {
        return GOOD_ENDS.contains(rotation.path("state").asText()) || (!force && bothWork(rotation));
    }

    private static boolean bothWork(JsonNode rotation) {
        for (JsonNode step : rotation.path("steps")) {
            if (step.path("step").asText().equals("drain")) {
                return step.path("state").asText().equals("running")
                        && rotation.path("state").asText().equals("running");
            }
        }
        return false;
    }
}
