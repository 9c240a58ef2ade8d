package io.leasehold.analytics.rollup;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A table of sums per quarter of an hour and by some dimensions of a request. */
enum Cube {
    TOTAL("rollup_total"),
    MODEL("rollup_model", Dimension.PROVIDER, Dimension.MODEL),
    DOMAIN("rollup_domain", Dimension.DOMAIN),
    NODE("rollup_node", Dimension.NODE),
    KEY("rollup_key", Dimension.ACCOUNT, Dimension.KEY),
    DOMAIN_MODEL("rollup_domain_model", Cube::hasDomain, Dimension.DOMAIN, Dimension.PROVIDER, Dimension.MODEL),
    DOMAIN_NODE("rollup_domain_node", Cube::hasDomain, Dimension.DOMAIN, Dimension.NODE),
    DOMAIN_KEY("rollup_domain_key", Cube::hasDomain, Dimension.DOMAIN, Dimension.ACCOUNT, Dimension.KEY);

    private final String table;
    private final Predicate<Contribution> taken;
    private final List<Dimension> dimensions;

    Cube(String table, Dimension... dimensions) {
        this(table, any -> true, dimensions);
    }

    Cube(String table, Predicate<Contribution> taken, Dimension... dimensions) {
        this.table = table;
        this.taken = taken;
        this.dimensions = List.of(dimensions);
    }

    /** A column, its SQL type and its value in a request. */
    enum Dimension {
        PROVIDER("provider", "text", Contribution::provider),
        MODEL("model", "text", Contribution::model),
        DOMAIN("domain", "text", Cube::domainOf),
        NODE("node_id", "uuid", part -> part.nodeId().toString()),
        ACCOUNT("account_id", "uuid", part -> part.accountId().toString()),
        KEY("key_id", "uuid", part -> part.keyId().toString());

        private final String column;
        private final String type;
        private final Function<Contribution, String> value;

        Dimension(String column, String type, Function<Contribution, String> value) {
            this.column = column;
            this.type = type;
            this.value = value;
        }

        String column() {
            return column;
        }

        String type() {
            return type;
        }
    }

    String table() {
        return table;
    }

    List<Dimension> dimensions() {
        return dimensions;
    }

    boolean takes(Contribution part) {
        return taken.test(part);
    }

    List<String> placeOf(Contribution part) {
        return dimensions.stream().map(dimension -> dimension.value.apply(part)).toList();
    }

    private static boolean hasDomain(Contribution part) {
        return part.domain() != null;
    }

    private static String domainOf(Contribution part) {
        String domain = part.domain();
        return domain == null ? "" : domain;
    }
}
