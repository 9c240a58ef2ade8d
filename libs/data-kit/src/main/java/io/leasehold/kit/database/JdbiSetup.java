package io.leasehold.kit.database;

import java.sql.Types;
import java.util.Locale;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.postgres.PostgresPlugin;

/** How Java values become SQL values and back. */
final class JdbiSetup {
    private JdbiSetup() {}

    static Jdbi of(DataSource source) {
        return Jdbi.create(source)
                .installPlugin(new PostgresPlugin())
                .registerArgument(new EnumByWireName())
                .configure(
                        StatementExceptions.class,
                        exceptions -> exceptions.setMessageRendering(JdbiSetup::withStatement));
    }

    /** JDBI by itself tells what was bound, too; that may be anything, and messages end up in logs. */
    private static String withStatement(StatementException failure) {
        StatementContext context = failure.getStatementContext();
        return context == null
                ? failure.getShortMessage()
                : failure.getShortMessage() + " [statement: " + context.getRawSql() + "]";
    }

    /** Closed sets are stored by the name that they have on the wire: in lower case. Reading ignores case already. */
    @SuppressWarnings("rawtypes")
    private static final class EnumByWireName extends AbstractArgumentFactory<Enum> {
        EnumByWireName() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Enum value, ConfigRegistry config) {
            return (position, statement, context) ->
                    statement.setString(position, value.name().toLowerCase(Locale.ROOT));
        }
    }
}
