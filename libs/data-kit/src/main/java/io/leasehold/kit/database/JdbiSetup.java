package io.leasehold.kit.database;

import java.sql.Types;
import java.util.Locale;
import java.util.regex.Pattern;
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
    /** What JDBI says of a parameter that is missing ends with all that are there. */
    private static final Pattern BINDING = Pattern.compile(" in binding:.*", Pattern.DOTALL);

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
        String message = BINDING.matcher(failure.getShortMessage()).replaceFirst("");
        StatementContext context = failure.getStatementContext();
        return context == null ? message : message + " [statement: " + context.getRawSql() + "]";
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
