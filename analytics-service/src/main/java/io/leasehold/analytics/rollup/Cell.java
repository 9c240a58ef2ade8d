package io.leasehold.analytics.rollup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Names a row of a cube.
 *
 * @param at the beginning of a quarter of an hour
 * @param place one value for each of the cube's dimensions
 */
record Cell(UUID workspaceId, Instant at, List<String> place) implements Comparable<Cell> {
    /** The order in which rows are locked. */
    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::workspaceId)
            .thenComparing(Cell::at)
            .thenComparing(cell -> String.join("\0", cell.place));

    @Override
    public int compareTo(Cell other) {
        return ORDER.compare(this, other);
    }
}
