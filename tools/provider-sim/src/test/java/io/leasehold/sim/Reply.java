package io.leasehold.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An answer, read whole. */
public record Reply(int status, HttpHeaders headers, String body) {
    public JsonNode json() {
        return TestSim.parse(body);
    }

    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    public String text(String pointer) {
        return at(pointer).asText();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The names of an object's fields, in order. */
    public List<String> fields(String pointer) {
        List<String> names = new ArrayList<>();
        at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    public List<SseEvent> events() {
        return SseEvent.parse(body);
    }
}
