package io.leasehold.kit.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads rows as records: {@code created_at} of the row is {@code createdAt} of the record. */
public final class Rows {
    private Rows() {}

    /** The record may be as hidden as its store likes; JDBI by itself wants it public. */
    public static <R extends Record> RowMapper<R> of(Class<R> type) {
        Class<?>[] components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> canonical = type.getDeclaredConstructor(components);
            canonical.setAccessible(true);
            return ConstructorMapper.of(canonical);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("Every record has its canonical constructor", impossible);
        }
    }
}
