package io.leasehold.distribution.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.distribution.Sql;
import io.leasehold.kit.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BalanceStoreTest {
    @Inject
    Database database;

    private final UUID workspaceId = UUID.randomUUID();

    @AfterEach
    void leaveNothingWrongBehind() {
        Sql.update("delete from spend_window where workspace_id = ?", workspaceId);
        Sql.update("delete from hold where workspace_id = ?", workspaceId);
    }

    @Test
    void aWindowThatHoldsWhatItsHoldsHaveOutstandingIsFine() {
        window("0.3", "0.2");
        hold("1", "0.5", "0.2", false);
        hold("0.2", "0", "0", true);

        assertThat(found()).isEmpty();
    }

    @Test
    void aWindowThatHoldsSomethingElseIsFound() {
        window("0.31", "0");
        hold("1", "0.5", "0.2", false);

        assertThat(found()).singleElement().satisfies(mismatch -> {
            assertThat(mismatch.held()).isEqualByComparingTo("0.31");
            assertThat(mismatch.open()).isEqualByComparingTo("0.3");
        });
    }

    @Test
    void aClosedHoldMustBePresumed() {
        window("0.3", "0");
        hold("0.3", "0", "0", true);

        assertThat(found()).hasSize(1);
    }

    private List<BalanceStore.Mismatch> found() {
        return database.asSystem(handle -> BalanceStore.mismatches(handle, 100)).stream()
                .filter(mismatch -> mismatch.window().workspaceId().equals(workspaceId))
                .toList();
    }

    private void window(String held, String presumed) {
        Sql.update("""
                insert into spend_window (workspace_id, scope, scope_id, period, window_start, held, presumed)
                values (?, 'key', 'k', 'total', 'epoch', ?::numeric, ?::numeric)
                """, workspaceId, held, presumed);
    }

    private void hold(String granted, String settled, String returned, boolean closed) {
        Sql.update("""
                insert into hold (workspace_id, scope, scope_id, period, window_start, replica, granted, settled,
                                  returned, returned_told, closed)
                values (?, 'key', 'k', 'total', 'epoch', ?, ?::numeric, ?::numeric, ?::numeric, 0, ?)
                """, workspaceId, UUID.randomUUID(), granted, settled, returned, closed);
    }
}
