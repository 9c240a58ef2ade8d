package io.leasehold.kit.database;

import java.sql.Types;
import java.util.Locale;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.postgres.PostgresPlugin;

/** How Java values become SQL values and back. */
final class JdbiSetup {
    private JdbiSetup() {}

    static Jdbi of(DataSource source) {
        return Jdbi.create(source).installPlugin(new PostgresPlugin()).registerArgument(new EnumByWireName());
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
