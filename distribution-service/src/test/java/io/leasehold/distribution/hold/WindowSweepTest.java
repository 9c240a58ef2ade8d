package io.leasehold.distribution.hold;

import static io.leasehold.distribution.KeyFixture.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.distribution.Api;
import io.leasehold.distribution.Sql;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WindowSweepTest {
    @Inject
    WindowSweep sweep;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final UUID replica = UUID.randomUUID();

    @Test
    void windowsThatEndedLongAgoGoWithTheirHolds() {
        window("gone", "41 days");
        hold("key", "gone", "1", "0.5");
        window("kept", "39 days");
        hold("key", "kept", "1", "0.5");
        Sql.update("""
                insert into spend_window (workspace_id, scope, scope_id, period, window_start)
                values (?, 'key', 'endless', 'total', 'epoch')
                """, workspace.id());

        sweep.dropOld();

        assertThat(Sql.one(
                        "select string_agg(scope_id, ',' order by scope_id) from spend_window where workspace_id = ?",
                        workspace.id()))
                .isEqualTo("endless,kept");
        assertThat(Sql.one("select string_agg(scope_id, ',') from hold where workspace_id = ?", workspace.id()))
                .isEqualTo("kept");
        Sql.update("delete from spend_window where workspace_id = ?", workspace.id());
        Sql.update("delete from hold where workspace_id = ?", workspace.id());
    }

    @Test
    void usedUpHoldsOnLeasesThatEndedGo() {
        aKey(workspace).told();
        String ended = lease();
        String endedWithRest = lease();
        String live = lease();
        hold("lease", ended, "1", "1");
        hold("lease", endedWithRest, "1", "0.5");
        hold("lease", live, "1", "1");
        Sql.update(
                "update lease set state = 'released', ended_at = now() - interval '3 days' where workspace_id = ?"
                        + " and lease_id <> ?",
                workspace.id(),
                UUID.fromString(live));

        sweep.dropOld();

        assertThat(Sql.one("select count(*) from hold where workspace_id = ?", workspace.id()))
                .isEqualTo("2");
        assertThat(Sql.one("select count(*) from hold where scope_id = ?", ended))
                .isEqualTo("0");
        Sql.update("delete from hold where workspace_id = ?", workspace.id());
    }

    private String lease() {
        return Api.asNode(workspace, "node-1")
                .body("{\"provider\":\"anthropic\",\"additional\":true}")
                .post("/api/v1/leases")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("lease_id");
    }

    private void window(String scopeId, String endedBefore) {
        Sql.update("""
                insert into spend_window (workspace_id, scope, scope_id, period, window_start, window_end, held)
                select ?, 'key', ?, 'day', now - interval '1 day', now, 0.5 from (select now() - ?::interval as now) t
                """, workspace.id(), scopeId, endedBefore);
    }

    private void hold(String scope, String scopeId, String granted, String settled) {
        Sql.update("""
                insert into hold (workspace_id, scope, scope_id, period, window_start, replica, granted, settled,
                                  returned, returned_told, closed)
                select ?, ?, ?, case ? when 'key' then 'day' else 'lease' end,
                       coalesce((select window_start from spend_window w
                                 where w.workspace_id = t.workspace and w.scope_id = ?), 'epoch'),
                       ?, ?::numeric, ?::numeric, 0, 0, false
                from (select ?::uuid as workspace) t
                """, workspace.id(), scope, scopeId, scope, scopeId, replica, granted, settled, workspace.id());
    }
}
