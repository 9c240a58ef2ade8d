package io.leasehold.localstack.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A line of a log for people: our services write JSON, the servers write text. */
final class LogLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogLine() {}

    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            return readable(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            // Not ours, or cut off.
            return line;
        }
    }

    private static String readable(JsonNode entry) {
        String text = "%s %-5s %s"
                .formatted(
                        entry.path("timestamp").asText(),
                        entry.path("level").asText(),
                        entry.path("message").asText());
        JsonNode exception = entry.path("exception");
        return exception.isMissingNode()
                ? text
                : "%s: %s: %s"
                        .formatted(
                                text,
                                exception.path("exceptionType").asText(),
                                exception.path("message").asText());
    }
}
