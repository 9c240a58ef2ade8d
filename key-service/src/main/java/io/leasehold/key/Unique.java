package io.leasehold.key;

import io.leasehold.kit.problem.Problem;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** What may be there once, told as a problem where the database refuses a second one. */
public final class Unique {
    private static final String UNIQUE_VIOLATION = "23505";

    private Unique() {}

    /** @param taken what to say where such a row is there; the transaction is over then */
    public static void write(Runnable statement, Supplier<? extends Problem> taken) {
        try {
            statement.run();
        } catch (UnableToExecuteStatementException refused) {
            if (refused.getCause() instanceof SQLException cause && UNIQUE_VIOLATION.equals(cause.getSQLState())) {
                throw taken.get();
            }
            throw refused;
        }
    }
}
