package io.leasehold.cli.limits;

import io.leasehold.cli.output.Column;
import java.util.List;
import java.util.stream.Stream;

/** How windows are shown. */
final class SpendColumns {
    static final List<Column> OF_ONE = List.of(
            Column.of("period"),
            Column.of("limit"),
            Column.of("raised"),
            Column.of("spent"),
            Column.of("presumed"),
            Column.of("held"),
            Column.of("remaining"),
            Column.of("EXHAUSTED", "exhausted_at"),
            Column.of("UNTIL", "window_end"));

    static final List<Column> OF_MANY = Stream.concat(
                    Stream.of(Column.of("scope"), Column.of("ID", "scope_id")), OF_ONE.stream())
            .toList();

    private SpendColumns() {}
}
