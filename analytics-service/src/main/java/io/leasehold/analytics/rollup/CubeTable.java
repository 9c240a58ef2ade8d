package io.leasehold.analytics.rollup;

import io.leasehold.analytics.bulk.BulkInsert;
import io.leasehold.contracts.Tokens;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the rows of a cube are added to. */
final class CubeTable {
    private static final List<Measure> MEASURES = List.of(
            new Measure("requests", "bigint", Measures::requests),
            new Measure("errors", "bigint", Measures::errors),
            tokens("input", Tokens::input),
            tokens("cache_read", Tokens::cacheRead),
            tokens("cache_write_5m", Tokens::cacheWrite5m),
            tokens("cache_write_1h", Tokens::cacheWrite1h),
            tokens("output", Tokens::output),
            tokens("reasoning", Tokens::reasoning),
            tokens("audio_in", Tokens::audioIn),
            tokens("audio_out", Tokens::audioOut),
            tokens("image", Tokens::image),
            new Measure("cost", "numeric", row -> row.cost().known()),
            new Measure("cost_provider", "numeric", row -> row.cost().provider()),
            new Measure("cost_estimated", "numeric", row -> row.cost().estimated()),
            new Measure("unknown_cost", "bigint", row -> row.cost().unknown()));

    /** A column that is a sum. */
    private record Measure(String column, String type, Function<Measures, Object> value) {}

    record Row(Cell cell, Measures measures) {}

    private CubeTable() {}

    /** Adds rows to those that are there. */
    static BulkInsert<Row> addingTo(Cube cube) {
        BulkInsert<Row> insert = BulkInsert.<Row>into(cube.table())
                .column("workspace_id", "uuid", row -> row.cell().workspaceId())
                .column("at", "timestamptz", row -> row.cell().at());
        for (int i = 0; i < cube.dimensions().size(); i++) {
            int place = i;
            Cube.Dimension dimension = cube.dimensions().get(i);
            insert = insert.column(
                    dimension.column(),
                    dimension.type(),
                    row -> row.cell().place().get(place));
        }
        for (Measure measure : MEASURES) {
            insert = insert.column(
                    measure.column(), measure.type(), row -> measure.value().apply(row.measures()));
        }
        return insert.column("latency", "int[]", row -> row.measures().latency())
                .onConflict("(" + keyOf(cube) + ") do update set " + sumsOf(cube));
    }

    private static String keyOf(Cube cube) {
        return Stream.concat(
                        Stream.of("workspace_id", "at"),
                        cube.dimensions().stream().map(Cube.Dimension::column))
                .collect(Collectors.joining(", "));
    }

    private static String sumsOf(Cube cube) {
        return MEASURES.stream()
                        .map(measure -> "%1$s = %2$s.%1$s + excluded.%1$s".formatted(measure.column(), cube.table()))
                        .collect(Collectors.joining(", "))
                + ", latency = sketch_add(%s.latency, excluded.latency)".formatted(cube.table());
    }

    private static Measure tokens(String column, Function<Tokens, Long> count) {
        return new Measure(column, "bigint", row -> count.apply(row.tokens()));
    }
}
