package io.leasehold.key.usage;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.SpendView;
import io.leasehold.key.KeyApi;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What other services tell of a key's use, as it is shown with the key. */
@QuarkusTest
class KeyUsageTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void whatNobodyHasToldIsNull() {
        UUID id = admin.addUnverifiedKey(admin.addAnthropicAccount());

        admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("limit", nullValue())
                .body("limit_remaining", nullValue())
                .body("usage", nullValue())
                .body("last_used_at", nullValue());
    }

    @Test
    void theShortestLimitAndWhatIsLeftOfItAreShown() {
        UUID id = admin.addUnverifiedKey(admin.addAnthropicAccount());
        limit(id, "{\"period\":\"month\",\"amount\":\"250\"},{\"period\":\"day\",\"amount\":\"10\"}");
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

        tell(id, Period.DAY, today, today.plus(Duration.ofDays(1)), "2.5", 2);
        tell(id, Period.DAY, today, today.plus(Duration.ofDays(1)), "1", 1);
        tell(id, Period.MONTH, today, today.plus(Duration.ofDays(30)), "20.25", 1);

        Await.untilAsserted(() -> admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("limit", equalTo("10"))
                .body("limit_reset", equalTo("day"))
                .body("limit_remaining", equalTo("7.5"))
                .body("usage_daily", equalTo("2.5"))
                .body("usage_monthly", equalTo("20.25"))
                .body("usage", nullValue()));
    }

    @Test
    void aDayThatIsOverCountsNoMore() {
        UUID id = admin.addUnverifiedKey(admin.addAnthropicAccount());
        limit(id, "{\"period\":\"day\",\"amount\":\"10\"}");
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1));

        tell(id, Period.DAY, yesterday, yesterday.plus(Duration.ofDays(1)), "9", 5);

        Await.untilAsserted(() -> admin.call()
                .get("/api/v1/keys/" + id)
                .then()
                .body("limit_remaining", equalTo("10"))
                .body("usage_daily", equalTo("0")));
    }

    private void limit(UUID id, String limits) {
        admin.call()
                .body("{\"limits\":[" + limits + "]}")
                .put("/api/v1/limits/key/" + id)
                .then()
                .statusCode(200);
    }

    private void tell(UUID id, Period period, Instant start, Instant end, String spent, long version) {
        Events.publish(
                EventType.SPEND_CHANGED,
                new SpendView(
                        workspace.id(),
                        Scope.KEY,
                        id.toString(),
                        period,
                        start,
                        end,
                        new BigDecimal("10"),
                        new BigDecimal(spent),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        version,
                        Instant.now()));
    }
}
