package io.leasehold.cli.keys;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.failure.ExitCode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.terminal.Pause;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tells the steps of a revocation, or of a rotation, as they happen. */
final class RevocationWatch {
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Set<String> GOING_ON = Set.of("planned", "running");
    private static final Set<String> WORTH_TELLING = Set.of("running", "done", "failed");

    private final PrintWriter err;
    private final Clock clock;
    private final Pause pause;
    private final Map<String, String> told = new HashMap<>();

    RevocationWatch(PrintWriter err, Clock clock, Pause pause) {
        this.err = err;
        this.clock = clock;
        this.pause = pause;
    }

    /** @return how it stood last: at its end, waiting for somebody, or when the time was over */
    JsonNode until(JsonNode begun, Supplier<JsonNode> ask, Duration time) {
        return until(
                begun, ask, time, now -> !GOING_ON.contains(now.path("state").asText()));
    }

    /** @param end what it is waited for */
    JsonNode until(JsonNode begun, Supplier<JsonNode> ask, Duration time, Predicate<JsonNode> end) {
        Instant latest = clock.instant().plus(time);
        JsonNode now = begun;
        tell(now);
        while (!end.test(now) && clock.instant().isBefore(latest)) {
            pause.pause(BETWEEN);
            now = ask.get();
            tell(now);
        }
        return now;
    }

    ExitCode outcome(JsonNode revocation) {
        String state = revocation.path("state").asText();
        if (state.equals("revoked")) {
            return ExitCode.DONE;
        }
        err.println("leasehold: The revocation is not at its end (" + state + "): "
                + Column.harmless(revocation.path("reason").asText("it goes on in the background"))
                + ". Ask again for the same to go on.");
        err.flush();
        return ExitCode.UNFINISHED;
    }

    private void tell(JsonNode revocation) {
        for (JsonNode step : revocation.path("steps")) {
            String state = step.path("state").asText();
            if (WORTH_TELLING.contains(state)
                    && !state.equals(told.put(step.path("step").asText(), state))) {
                err.println(Column.harmless(state + "  " + step.path("title").asText()
                        + (step.hasNonNull("detail") ? ": " + step.get("detail").asText() : "")));
            }
        }
        err.flush();
    }
}
