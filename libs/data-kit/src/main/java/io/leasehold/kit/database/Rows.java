package io.leasehold.kit.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads rows as records: {@code created_at} of the row is {@code createdAt} of the record. */
public final class Rows {
    private static final ClassValue<RowMapper<?>> MAPPERS = new ClassValue<>() {
        @Override
        protected RowMapper<?> computeValue(Class<?> type) {
            return new Remembering<>(ConstructorMapper.of(canonicalConstructor(type)));
        }
    };

    private Rows() {}

    /** The record may be as hidden as its store likes; JDBI by itself wants it public. */
    @SuppressWarnings("unchecked")
    public static <R extends Record> RowMapper<R> of(Class<R> type) {
        return (RowMapper<R>) MAPPERS.get(type);
    }

    private static Constructor<?> canonicalConstructor(Class<?> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(components);
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("Every record has its canonical constructor", impossible);
        }
    }

    /**
     * Finds out once per list of columns how they become a record. JDBI does it anew for every query, which costs more than
     * reading the row. What is found out depends on nothing else, as every JDBI of ours is set up alike.
     */
    private static final class Remembering<R> implements RowMapper<R> {
        private final RowMapper<R> mapper;
        private final Map<List<String>, RowMapper<R>> byColumns = new ConcurrentHashMap<>();

        Remembering(RowMapper<R> mapper) {
            this.mapper = mapper;
        }

        @Override
        public R map(ResultSet rows, StatementContext context) throws SQLException {
            return specialize(rows, context).map(rows, context);
        }

        @Override
        public RowMapper<R> specialize(ResultSet rows, StatementContext context) throws SQLException {
            List<String> columns = columns(rows.getMetaData());
            RowMapper<R> known = byColumns.get(columns);
            if (known == null) {
                known = mapper.specialize(rows, context);
                byColumns.put(columns, known);
            }
            return known;
        }

        private static List<String> columns(ResultSetMetaData row) throws SQLException {
            List<String> columns = new ArrayList<>(row.getColumnCount());
            for (int column = 1; column <= row.getColumnCount(); column++) {
                columns.add(row.getColumnLabel(column));
            }
            return columns;
        }
    }
}
