package io.leasehold.analytics.rollup;

import io.leasehold.analytics.bulk.BulkInsert;
import io.leasehold.analytics.range.QuarterHour;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The cubes, as they are written: sums are made in memory first, then each cube takes one statement. */
public final class RollupStore {
    /** Each cube once, always in the same order. */
    private static final Map<Cube, BulkInsert<CubeTable.Row>> TABLES = new EnumMap<>(
            Arrays.stream(Cube.values()).collect(Collectors.toMap(Function.identity(), CubeTable::addingTo)));

    private RollupStore() {}

    /** The caller holds the ledger positions of the workspaces, so that nobody else adds to the same rows. */
    public static void add(Handle handle, Collection<Contribution> contributions) {
        TABLES.forEach((cube, table) -> table.run(handle, sums(cube, contributions)));
    }

    private static List<CubeTable.Row> sums(Cube cube, Collection<Contribution> contributions) {
        Map<Cell, Measures> sums = new TreeMap<>();
        for (Contribution part : contributions) {
            if (!cube.takes(part)) {
                continue;
            }
            Cell cell = new Cell(part.workspaceId(), QuarterHour.of(part.admittedAt()), cube.placeOf(part));
            sums.merge(cell, part.measures(), Measures::plus);
        }
        return sums.entrySet().stream()
                .map(sum -> new CubeTable.Row(sum.getKey(), sum.getValue()))
                .toList();
    }

    /** Forgets a workspace's sums of {@code [from, to)}, both at the beginning of a quarter of an hour. */
    public static void clear(Handle handle, UUID workspaceId, Instant from, Instant to) {
        for (Cube cube : Cube.values()) {
            handle.createUpdate("delete from " + cube.table()
                            + " where workspace_id = :workspaceId and at >= :from and at < :to")
                    .bind("workspaceId", workspaceId)
                    .bind("from", from)
                    .bind("to", to)
                    .execute();
        }
    }
}
