package io.leasehold.analytics.bulk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A bound {@code text[]}; the statement casts it, or its elements, to what they are. */
public final class TextArray implements Argument {
    private final @Nullable String[] values;

    private TextArray(@Nullable String[] values) {
        this.values = values;
    }

    /** @param value gives what {@code toString} makes a literal of the column's type */
    public static <T> TextArray of(Collection<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] values = new String[rows.size()];
        int next = 0;
        for (T row : rows) {
            Object cell = value.apply(row);
            values[next++] = cell == null ? null : cell.toString();
        }
        return new TextArray(values);
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        statement.setArray(position, statement.getConnection().createArrayOf("text", values));
    }
}
