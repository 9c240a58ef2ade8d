package io.leasehold.analytics.rollup;

import java.util.List;
import java.util.function.Function;

/** A table of sums per quarter of an hour and by some dimensions of a request. */
enum Cube {
    TOTAL("rollup_total"),
    MODEL(
            "rollup_model",
            new Dimension("provider", "text", Contribution::provider),
            new Dimension("model", "text", Contribution::model)),
    DOMAIN("rollup_domain", new Dimension("domain", "text", Cube::domainOf)),
    NODE("rollup_node", new Dimension("node_id", "uuid", part -> part.nodeId().toString())),
    KEY(
            "rollup_key",
            new Dimension("account_id", "uuid", part -> part.accountId().toString()),
            new Dimension("key_id", "uuid", part -> part.keyId().toString()));

    private final String table;
    private final List<Dimension> dimensions;

    Cube(String table, Dimension... dimensions) {
        this.table = table;
        this.dimensions = List.of(dimensions);
    }

    /** A column, its SQL type and its value in a request. */
    record Dimension(String column, String type, Function<Contribution, String> value) {}

    String table() {
        return table;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    List<String> placeOf(Contribution part) {
        return dimensions.stream()
                .map(dimension -> dimension.value().apply(part))
                .toList();
    }

    private static String domainOf(Contribution part) {
        String domain = part.domain();
        return domain == null ? "" : domain;
    }
}
