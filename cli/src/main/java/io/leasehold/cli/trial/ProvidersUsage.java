package io.leasehold.cli.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Stream;

/** What an answer says of its usage, in the provider's own words; for who may not read what was booked. */
final class ProvidersUsage {
    private static final String EVENT = "data:";
    private static final List<String> PLACES = List.of("/usage", "/usageMetadata", "/delta/usage", "/message/usage");

    private ProvidersUsage() {}

    /** The last that is told, as streams tell it in parts. */
    static JsonNode of(String body) {
        Stream<String> documents = body.stripLeading().startsWith("{")
                ? Stream.of(body)
                : body.lines().filter(line -> line.startsWith(EVENT)).map(line -> line.substring(EVENT.length()));
        return documents
                .map(ProvidersUsage::parse)
                .flatMap(document -> PLACES.stream().map(document::at))
                .filter(JsonNode::isObject)
                .reduce(MissingNode.getInstance(), (before, later) -> later);
    }

    private static JsonNode parse(String document) {
        try {
            return new JsonMapper().readTree(document);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
