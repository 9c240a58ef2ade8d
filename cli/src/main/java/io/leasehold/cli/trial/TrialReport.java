package io.leasehold.cli.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.command.Bodies;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a trial: what is known, and null for the rest. */
final class TrialReport {
    static final String HEADERS = "headers";

    private static final List<String> BOOKED = List.of(
            "cost",
            "cost_provenance",
            "cost_reason",
            "input_tokens",
            "output_tokens",
            "admission_us",
            "first_byte_us",
            "latency_us",
            "overhead_us");

    private TrialReport() {}

    /** @param booked the request as analytics-service has it; null while it has not, or where it tells nobody like us */
    static ObjectNode of(Trial trial, @Nullable JsonNode booked) {
        ObjectNode report = Bodies.body()
                .put("status", trial.status())
                .put("request_id", trial.requestId().orElse(null));
        for (String field : BOOKED) {
            report.set(field, booked != null && booked.has(field) ? booked.get(field) : report.nullNode());
        }
        JsonNode told = ProvidersUsage.of(trial.body());
        report.set("provider_usage", told.isMissingNode() ? report.nullNode() : told);
        report.put("head_after_ms", millis(trial.headAfter()))
                .put("first_byte_after_ms", millis(trial.firstByteAfter()))
                .put("end_after_ms", millis(trial.endAfter()));
        report.put("body", trial.body());
        ArrayNode headers = report.putArray(HEADERS);
        trial.headers()
                .map()
                .forEach((name, values) ->
                        headers.addObject().put("name", name).put("value", String.join(", ", values)));
        return report;
    }

    private static long millis(Duration time) {
        return time.toMillis();
    }
}
