package io.leasehold.analytics.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows with one statement, one array per column. Where the key is named, a row that is there already takes the
 * new one's values. Defined once per table and shared; a definition never changes, each call gives a new one.
 */
public final class BulkInsert<T> {
    private static final String NEW_VALUE = "excluded.%1$s";

    private final String table;
    private final List<Column<T>> columns;
    private final String condition;

    /** @param merge what a row that is there gets: {@code %1$s} is the column and {@code %2$s} the table; null in the key */
    private record Column<T>(
            String name,
            String type,
            Function<T, @Nullable Object> value,
            @Nullable String merge) {
        private boolean isKey() {
            return merge == null;
        }
    }

    private BulkInsert(String table, List<Column<T>> columns, String condition) {
        this.table = table;
        this.columns = columns;
        this.condition = condition;
    }

    public static <T> BulkInsert<T> into(String table) {
        return new BulkInsert<>(table, List.of(), "");
    }

    /**
     * A part of the key.
     *
     * @param type the SQL type
     * @param value gives what {@code toString} makes a literal of that type
     */
    public BulkInsert<T> key(String name, String type, Function<T, @Nullable Object> value) {
        return with(new Column<>(name, type, value, null));
    }

    /**
     * A value that takes the place of the one that is there.
     *
     * @param type the SQL type
     * @param value gives what {@code toString} makes a literal of that type; null for NULL
     */
    public BulkInsert<T> column(String name, String type, Function<T, @Nullable Object> value) {
        return with(new Column<>(name, type, value, NEW_VALUE));
    }

    /** A number that is added to the one that is there. */
    public BulkInsert<T> sum(String name, String type, Function<T, @Nullable Object> value) {
        return with(new Column<>(name, type, value, "%2$s.%1$s + excluded.%1$s"));
    }

    /** @param function makes one of the value that is there and the new one */
    public BulkInsert<T> merged(String name, String type, Function<T, @Nullable Object> value, String function) {
        return with(new Column<>(name, type, value, function + "(%2$s.%1$s, excluded.%1$s)"));
    }

    /** @param sql which rows that are there change; the new row is called {@code excluded} */
    public BulkInsert<T> where(String sql) {
        return new BulkInsert<>(table, columns, " where " + sql);
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

    private BulkInsert<T> with(Column<T> column) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(column);
        return new BulkInsert<>(table, List.copyOf(more), condition);
    }

    private String sql() {
        return "insert into " + table + " (" + join(columns, "%1$s") + ") select "
                + join(columns, "cast(cell.%1$s as %2$s)") + " from unnest("
                + join(columns, "cast(:%1$s as text[])") + ") as cell (" + join(columns, "%1$s") + ")" + onConflict();
    }

    private String onConflict() {
        List<Column<T>> key = columns.stream().filter(Column::isKey).toList();
        if (key.isEmpty()) {
            return "";
        }
        String merges = columns.stream()
                .filter(column -> !column.isKey())
                .map(column ->
                        column.name + " = " + String.valueOf(column.merge).formatted(column.name, table))
                .collect(Collectors.joining(", "));
        return " on conflict (" + join(key, "%1$s") + ") do update set " + merges + condition;
    }

    private static <T> String join(List<Column<T>> columns, String each) {
        return columns.stream()
                .map(column -> each.formatted(column.name, column.type))
                .collect(Collectors.joining(", "));
    }
}
