package io.leasehold.distribution.lease;

import static io.leasehold.distribution.KeyFixture.aKey;
import static io.leasehold.distribution.LimitFixture.limit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.Sql;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of leases when their key goes. */
@QuarkusTest
class LeaseKeyGoneTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final LeaseFixture leases = new LeaseFixture(workspace);

    @Test
    void leasesOfARevokedKeyGoOnWithAnotherOne() {
        KeyFixture key = aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");
        KeyFixture other = aKey(workspace).told();

        key.now(KeyState.REVOKING).told();

        Await.untilAsserted(
                () -> leases.read(id).body("key_id", equalTo(other.id().toString())));
        leases.read(id).body("state", equalTo("active"));
        LeaseView moved = LeaseFixture.views(id, 2).getLast();
        assertThat(moved.keyId()).isEqualTo(other.id());
    }

    @Test
    void leasesOfTheLastKeyAreRevokedWithIt() {
        KeyFixture key = aKey(workspace).told();
        aKey(workspace).of("openrouter").told();
        String id = leases.ask("node-1", "PT1H");

        key.now(KeyState.REVOKING).told();

        Await.untilAsserted(() -> leases.read(id).body("state", equalTo("revoked")));
        leases.read(id).body("end_reason", equalTo("key '" + key.name() + "' is revoking"));
        assertThat(LeaseFixture.views(id, 2).getLast().state()).isEqualTo(LeaseState.REVOKED);
    }

    @Test
    void aLeaseRatherGoesOnWithAnExhaustedKeyThanEnds() {
        KeyFixture key = aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");
        KeyFixture other = aKey(workspace).told();
        LimitFixture.tell(workspace, Scope.KEY, other.id().toString(), 1, limit(Period.DAY, "0", "UTC"));

        key.now(KeyState.REVOKED).told();

        Await.untilAsserted(() ->
                leases.read(id).body("key_id", equalTo(other.id().toString())).body("state", equalTo("active")));
    }

    @Test
    void allLeasesOfAKeyGoOnHoweverManyItHas() {
        KeyFixture key = aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");
        Sql.update("""
                insert into lease (workspace_id, lease_id, node_id, provider, mode, state, key_id, models, issued_at,
                                   expires_at, version)
                select workspace_id, gen_random_uuid(), node_id, provider, mode, state, key_id, models, issued_at,
                       expires_at, version
                from lease, generate_series(1, 999) where lease_id = ?
                """, UUID.fromString(id));
        List<KeyFixture> others =
                List.of(aKey(workspace).told(), aKey(workspace).told());

        key.now(KeyState.REVOKING).told();

        Await.untilAsserted(() -> assertThat(Sql.one(
                        "select count(*) from lease where workspace_id = ? and key_id <> ?", workspace.id(), key.id()))
                .isEqualTo("1000"));
        for (KeyFixture other : others) {
            assertThat(Sql.one("select count(*) from lease where key_id = ? and state = 'active'", other.id()))
                    .isEqualTo("500");
        }
        assertThat(LeaseFixture.views(id, 2).getLast().keyId()).isNotEqualTo(key.id());
    }

    @Test
    void aKeyThatIsOnlyDisabledKeepsItsLeases() {
        KeyFixture key = aKey(workspace).told();
        String id = leases.ask("node-1", "PT1H");

        key.now(KeyState.DISABLED).told();

        leases.read(id).body("state", equalTo("active"));
    }
}
