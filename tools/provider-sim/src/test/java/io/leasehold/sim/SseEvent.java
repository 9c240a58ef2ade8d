package io.leasehold.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A server-sent event; {@code name} is empty where the stream names none, or {@code :} for a comment. */
public record SseEvent(String name, String data) {
    public JsonNode json() {
        return TestSim.parse(data);
    }

    static List<SseEvent> parse(String stream) {
        List<SseEvent> events = new ArrayList<>();
        for (String block : stream.split("\n\n")) {
            if (block.startsWith(":")) {
                events.add(new SseEvent(":", block.substring(1).strip()));
            } else if (!block.isBlank()) {
                events.add(event(block));
            }
        }
        return events;
    }

    private static SseEvent event(String block) {
        String name = "";
        String data = "";
        for (String line : block.split("\n")) {
            if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            }
        }
        return new SseEvent(name, data);
    }
}
