package io.leasehold.collector.poll;

import io.leasehold.kit.database.Database;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** The real database, which says how often it was asked something. */
final class CountedDatabase {
    private final AtomicInteger statements = new AtomicInteger();
    private final Database database;

    CountedDatabase(DataSource app, DataSource system) {
        try {
            Constructor<Database> constructor =
                    Database.class.getDeclaredConstructor(DataSource.class, DataSource.class);
            constructor.setAccessible(true);
            this.database = constructor.newInstance(proxy(DataSource.class, app), proxy(DataSource.class, system));
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    Database database() {
        return database;
    }

    /** How many statements that takes. */
    int statementsOf(Runnable work) {
        int before = statements.get();
        work.run();
        return statements.get() - before;
    }

    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        statements.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        // What is unwrapped is asked for what JDBC does not know.
                        return method.getName().equals("unwrap") ? result : counted(result);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private Object counted(Object result) {
        return switch (result) {
            case Connection connection -> proxy(Connection.class, connection);
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
            case null, default -> result;
        };
    }
}
