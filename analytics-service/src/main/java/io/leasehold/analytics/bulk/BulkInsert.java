package io.leasehold.analytics.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows with one statement, one array per column. Defined once per table and shared; a definition never changes,
 * each call gives a new one.
 */
public final class BulkInsert<T> {
    private final String table;
    private final List<Column<T>> columns;
    private final String conflict;

    private record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

    private BulkInsert(String table, List<Column<T>> columns, String conflict) {
        this.table = table;
        this.columns = columns;
        this.conflict = conflict;
    }

    public static <T> BulkInsert<T> into(String table) {
        return new BulkInsert<>(table, List.of(), "");
    }

    /**
     * @param type the SQL type
     * @param value gives what {@code toString} makes a literal of that type; null for NULL
     */
    public BulkInsert<T> column(String name, String type, Function<T, @Nullable Object> value) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(new Column<>(name, type, value));
        return new BulkInsert<>(table, List.copyOf(more), conflict);
    }

    /** @param clause what follows {@code on conflict}; the new row is called {@code excluded} */
    public BulkInsert<T> onConflict(String clause) {
        return new BulkInsert<>(table, columns, " on conflict " + clause);
    }

    /** Rows are written in the order of the list. */
    public void run(Handle handle, List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Update update = handle.createUpdate(sql())) {
            for (Column<T> column : columns) {
                update.bind(column.name, TextArray.of(rows, column.value));
            }
            update.execute();
        }
    }

    private String sql() {
        return "insert into " + table + " (" + join("%1$s") + ") select " + join("cast(cell.%1$s as %2$s)")
                + " from unnest(" + join("cast(:%1$s as text[])") + ") as cell (" + join("%1$s") + ")" + conflict;
    }

    private String join(String each) {
        return columns.stream()
                .map(column -> each.formatted(column.name, column.type))
                .collect(Collectors.joining(", "));
    }
}
