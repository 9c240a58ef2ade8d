package io.leasehold.distribution.spend;

import static io.leasehold.distribution.LimitFixture.limit;
import static io.leasehold.distribution.RequestFixture.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.distribution.Api;
import io.leasehold.distribution.KeyFixture;
import io.leasehold.distribution.LimitFixture;
import io.leasehold.distribution.SpendOf;
import io.leasehold.distribution.Sql;
import io.leasehold.distribution.spend.LedgerCheckStore.Mismatch;
import io.leasehold.kit.database.Database;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerCheckTest {
    @Inject
    LedgerCheck check;

    @Inject
    Database database;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyFixture key = KeyFixture.aKey(workspace).told();

    @Test
    void whatWasSettledIsWhatTheLedgerSays() {
        aRequest(workspace).withKey(key.id()).told("0.4");
        aRequest(workspace).withKey(key.id()).told("0.1");
        spent("0.5");

        assertThat(mismatches()).isEmpty();
    }

    @Test
    void windowsOfALimitThatMovedToAnotherZoneAgreeToo() {
        aRequest(workspace).withKey(key.id()).told("0.4");
        spent("0.4");
        LimitFixture.tell(workspace, Scope.KEY, key.id().toString(), 1, limit(Period.DAY, "9", "Pacific/Kiritimati"));
        aRequest(workspace).withKey(key.id()).told("0.1");
        spent("0.5");

        assertThat(mismatches()).isEmpty();
    }

    @Test
    void aWindowThatSaysSomethingElseIsFound() {
        aRequest(workspace).withKey(key.id()).told("0.4");
        spent("0.4");
        int before = checked();

        Sql.update(
                "update spend_window set spent = 0.3, told_at = now() where scope_id = ? and period in ('day', 'total')",
                key.id().toString());

        assertThat(mismatches()).hasSize(2).allSatisfy(mismatch -> {
            assertThat(mismatch.window().scope()).isEqualTo(Scope.KEY);
            assertThat(mismatch.spent()).isEqualByComparingTo("0.3");
            assertThat(mismatch.entered()).isEqualByComparingTo("0.4");
        });
        assertThat(checked()).isEqualTo(before + 2);
        Api.as(workspace, "admin")
                .get("/api/v1/spend/consistency")
                .then()
                .statusCode(200)
                .body("ledger_checked_at", notNullValue())
                .body("unbalanced.period", containsInAnyOrder("day", "total"))
                .body("unbalanced.figure", everyItem(equalTo("spent")))
                .body("unbalanced.says", everyItem(equalTo("0.3")))
                .body("unbalanced.adds_up_to", everyItem(equalTo("0.4")));
        Api.as(TestWorkspace.fresh(), "admin")
                .get("/api/v1/spend/consistency")
                .then()
                .body("unbalanced", empty());
        Api.as(workspace, "operator").get("/api/v1/spend/consistency").then().statusCode(403);
        Sql.update(
                "update spend_window set spent = 0.4, told_at = now() where scope_id = ? and period in ('day', 'total')",
                key.id().toString());
        assertThat(checked()).isEqualTo(before);
    }

    @Test
    void aWindowThatIsOlderThanTheLedgerIsNotCompared() {
        aRequest(workspace).withKey(key.id()).told("0.4");
        spent("0.4");

        Sql.update(
                "update spend_window set spent = 7, created_at = now() - interval '31 days'"
                        + " where scope_id = ? and period = 'total'",
                key.id().toString());

        assertThat(mismatches()).isEmpty();
    }

    private int checked() {
        check.checkChanged();
        return check.unbalanced();
    }

    private List<Mismatch> mismatches() {
        return database.asSystem(handle -> LedgerCheckStore.listChanged(handle, Instant.EPOCH).stream()
                .filter(span -> span.workspaceId().equals(workspace.id()))
                .flatMap(span -> LedgerCheckStore.mismatches(handle, span, Duration.ofSeconds(10), 100).stream())
                .toList());
    }

    private void spent(String amount) {
        new SpendOf(workspace, Scope.KEY, key.id().toString(), Period.DAY).becomes(amount, "0", "0");
    }
}
