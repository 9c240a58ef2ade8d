package io.leasehold.kit.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/**
 * The two ways into a service's database, each one transaction. There is no third: outside of them row-level security
 * shows nothing.
 */
@ApplicationScoped
public class Database {
    private final Jdbi app;
    private final Jdbi system;

    @Inject
    Database(AgroalDataSource app, @DataSource("system") AgroalDataSource system) {
        this((javax.sql.DataSource) app, system);
    }

    Database(javax.sql.DataSource app, javax.sql.DataSource system) {
        this.app = JdbiSetup.of(app);
        this.system = JdbiSetup.of(system);
    }

    /**
     * Runs work as role {@code app}: it sees and writes rows of this workspace only, and all of it is kept or none.
     *
     * @param work gets a handle that is valid until it returns
     */
    public <T, X extends Exception> T inWorkspace(UUID workspaceId, HandleCallback<T, X> work) throws X {
        return app.inTransaction(handle -> {
            confineTo(workspaceId, handle);
            return work.withHandle(handle);
        });
    }

    /** By JDBC, as it comes before whatever else is done and would cost as much as that. */
    private static void confineTo(UUID workspaceId, Handle handle) {
        try (PreparedStatement setting =
                handle.getConnection().prepareStatement("select set_config('leasehold.workspace', ?, true)")) {
            setting.setString(1, workspaceId.toString());
            setting.execute();
        } catch (SQLException failure) {
            throw new ConnectionException(failure);
        }
    }

    /** {@link #inWorkspace} without a result. */
    public <X extends Exception> void useWorkspace(UUID workspaceId, HandleConsumer<X> work) throws X {
        inWorkspace(workspaceId, work.asCallback());
    }

    /**
     * Runs work as role {@code system}, which row-level security does not hold back: for relay, consumers, sweeps and
     * look-ups by identity or token, where no caller's workspace is known yet. Every statement names its workspace.
     */
    public <T, X extends Exception> T asSystem(HandleCallback<T, X> work) throws X {
        return system.inTransaction(work);
    }

    /** {@link #asSystem} without a result. */
    public <X extends Exception> void useSystem(HandleConsumer<X> work) throws X {
        system.useTransaction(work);
    }
}
