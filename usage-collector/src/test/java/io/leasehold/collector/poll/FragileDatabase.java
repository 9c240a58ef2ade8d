package io.leasehold.collector.poll;

import io.leasehold.kit.database.Database;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The real database as a process sees it that is killed: before a statement or a commit that is chosen, everything ends,
 * and what was not committed is gone.
 */
final class FragileDatabase {
    private static final Runnable NOTHING = () -> {};

    private final Database database;
    private int killedIn = Integer.MAX_VALUE;
    private int interruptedIn = Integer.MAX_VALUE;
    private Runnable interruption = NOTHING;

    FragileDatabase(DataSource app, DataSource system) {
        try {
            Constructor<Database> constructor =
                    Database.class.getDeclaredConstructor(DataSource.class, DataSource.class);
            constructor.setAccessible(true);
            this.database = constructor.newInstance(app, fragile(system));
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** The end of the process. No handler of exceptions sees it coming. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    Database database() {
        return database;
    }

    /** Ends the process before the so-manieth statement or commit from now on. */
    void killIn(int steps) {
        killedIn = steps;
    }

    /** Has something else happen before the so-manieth transaction from now on, while no lock is held. */
    void interruptIn(int transactions, Runnable by) {
        interruptedIn = transactions;
        interruption = by;
    }

    void spare() {
        killedIn = Integer.MAX_VALUE;
        interruptedIn = Integer.MAX_VALUE;
        interruption = NOTHING;
    }

    private void step() {
        if (killedIn != Integer.MAX_VALUE && --killedIn <= 0) {
            spare();
            throw new Killed();
        }
    }

    private void begin() {
        if (interruptedIn != Integer.MAX_VALUE && --interruptedIn <= 0) {
            Runnable by = interruption;
            spare();
            by.run();
        }
    }

    private DataSource fragile(DataSource real) {
        return proxy(DataSource.class, real, (method, result) -> {
            if (method.getName().equals("getConnection")) {
                begin();
            }
        });
    }

    /** What happens before a method is called. */
    private interface Before {
        void call(Method method, Object target);
    }

    private <T> T proxy(Class<T> type, Object real, Before before) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    before.call(method, real);
                    try {
                        return wrapped(method.invoke(real, arguments));
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private Object wrapped(Object result) {
        return switch (result) {
            case Connection connection ->
                proxy(Connection.class, connection, (method, target) -> {
                    if (method.getName().equals("commit")) {
                        step();
                    }
                });
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement, this::beforeStatement);
            case Statement statement -> proxy(Statement.class, statement, this::beforeStatement);
            case null, default -> result;
        };
    }

    private void beforeStatement(Method method, Object target) {
        if (method.getName().startsWith("execute")) {
            step();
        }
    }
}
