package io.leasehold.analytics.rollup;

import io.leasehold.analytics.bulk.BulkInsert;

/** How the rows of a cube are added to. */
final class CubeTable {
    record Row(Cell cell, Measures measures) {
        private Reported reported() {
            return measures.reported();
        }

        private CostSums cost() {
            return measures.cost();
        }
    }

    private CubeTable() {}

    /** Adds rows to those that are there. */
    static BulkInsert<Row> addingTo(Cube cube) {
        return sums(dimensions(cube));
    }

    private static BulkInsert<Row> dimensions(Cube cube) {
        BulkInsert<Row> table = BulkInsert.<Row>into(cube.table())
                .key("workspace_id", "uuid", row -> row.cell().workspaceId())
                .key("at", "timestamptz", row -> row.cell().at());
        for (int i = 0; i < cube.dimensions().size(); i++) {
            int place = i;
            Cube.Dimension dimension = cube.dimensions().get(i);
            table = table.key(
                    dimension.column(),
                    dimension.type(),
                    row -> row.cell().place().get(place));
        }
        return table;
    }

    private static BulkInsert<Row> sums(BulkInsert<Row> dimensions) {
        BulkInsert<Row> table = dimensions
                .sum("requests", "bigint", row -> row.measures().requests())
                .sum("errors", "bigint", row -> row.measures().errors());
        for (TokenColumn tokens : TokenColumn.values()) {
            table = table.sum(
                    tokens.column(), "bigint", row -> tokens.of(row.measures().tokens()));
        }
        return table.sum("cost", "numeric", row -> row.cost().known())
                .sum("cost_provider", "numeric", row -> row.cost().provider())
                .sum("cost_estimated", "numeric", row -> row.cost().estimated())
                .sum("unknown_cost", "bigint", row -> row.cost().unknown())
                .sum("reported_requests", "bigint", row -> row.reported().requests())
                .sum("reported_cost", "numeric", row -> row.reported().cost())
                .sum("reported_unknown_cost", "bigint", row -> row.reported().unknownCost())
                .merged("latency", "int[]", row -> row.measures().latency(), "sketch_add");
    }
}
