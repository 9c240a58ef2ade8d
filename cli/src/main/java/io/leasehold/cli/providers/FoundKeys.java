package io.leasehold.cli.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.cli.output.Column;
import io.leasehold.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Keys that lie about where the services run, as a table. */
final class FoundKeys {
    static final List<Column> COLUMNS = List.of(
            Column.of("provider"),
            Column.of("masked"),
            Column.of("fingerprint"),
            Column.of("result"),
            Column.of("KEY", "key_name"),
            Column.of("FOUND IN", "sources"),
            Column.of("message"));

    private FoundKeys() {}

    /** Where could not be looked goes to the person. */
    static List<JsonNode> of(JsonNode discovery, Terminal terminal) {
        discovery
                .path("troubles")
                .forEach(trouble -> terminal.err()
                        .println("leasehold: "
                                + Column.harmless(trouble.path("source").asText() + ": "
                                        + trouble.path("reason").asText())));
        List<JsonNode> keys = new ArrayList<>();
        discovery.path("keys").forEach(keys::add);
        return keys;
    }
}
