package io.leasehold.key.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.event.DirectUseView;
import io.leasehold.key.enforcement.DyingAccess.Death;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys whose switching at the provider is killed, and goes on in another process, when the opposite may be wanted. */
@QuarkusTest
class DirectStopCrashTest {
    private EnforcedKey key;
    private Lives.Series lives;
    private long version;

    @Inject
    Database database;

    @Inject
    Lives processes;

    @BeforeEach
    void addKey() {
        key = new EnforcedKey();
        lives = processes.begin(key.workspaceId(), key.id());
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void aKeyThatMayBeStoppedMeanwhileIsStopped(Death death) {
        told(true);
        lives.bringStop(death);

        assertStopped();
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void aKeyThatIsToBeUsedAgainMeanwhileWorksAgain(Death death) {
        told(true);
        lives.bringStop(death);
        told(false);

        assertWorks();
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void aKeyThatIsToBeStoppedAgainMeanwhileIsStopped(Death death) {
        told(true);
        assertStopped();

        told(false);
        lives.bringStop(death);
        told(true);

        assertStopped();
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void whatSomebodyDisabledHereWorksAgainAtItsProviderOnly(Death death) {
        key.call()
                .body(Map.of("reason", "leaked?"))
                .post("/api/v1/keys/" + key.id() + "/disable")
                .then()
                .statusCode(200);
        told(true);
        lives.bringStop(death);
        told(false);

        Await.untilAsserted(() -> {
            lives.bringStop(Death.NEVER);
            key.shown().body("stop.done", equalTo(false)).body("stop.next_try_at", nullValue());
        });
        verify().body("result", equalTo("valid"));
        key.get("").body("state", equalTo("disabled")).body("reason", equalTo("leaked?"));
    }

    @Test
    void whoeverWasTakenOverKeepsNothingAnyMore() {
        told(true);
        DirectStop slow = stored();
        lives.bringStop(Death.BEFORE_IT_IS_NOTED);

        boolean told = database.inWorkspace(key.workspaceId(), handle -> DirectStopStore.tell(handle, slow));

        assertThat(told).isFalse();
        assertThat(stored().told()).isFalse();
    }

    /** Any deaths, a provider that fails three of ten calls and may have had an effect all the same, and minds that change. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappensAllAgreeInTheEnd(long seed) {
        Random random = new Random(seed);
        key.failsOften(seed % 2 == 0);
        boolean wanted = false;

        for (int move = 0; move < 25; move++) {
            wanted = random.nextBoolean();
            told(wanted);
            lives.bringStop(Death.values()[random.nextInt(Death.values().length)]);
        }
        key.failsNoMore();

        if (wanted) {
            assertStopped();
        } else {
            assertWorks();
        }
    }

    /** Held as soon as it is known, so that the running service leaves it alone. */
    private void told(boolean stopped) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        version++;
        DirectUseView view = new DirectUseView(
                key.id(),
                key.workspaceId(),
                stopped,
                stopped,
                stopped ? Period.DAY : null,
                stopped ? now.plus(1, ChronoUnit.HOURS) : null,
                stopped ? new BigDecimal("10") : null,
                stopped ? new BigDecimal("9.2") : null,
                now,
                version,
                now);
        database.useWorkspace(key.workspaceId(), handle -> {
            DirectStopStore.put(handle, view, now);
            handle.execute(
                    "update direct_stop set claimed_until = ? where workspace_id = ? and key_id = ?",
                    lives.heldUntil(),
                    key.workspaceId(),
                    key.id());
        });
    }

    /** As soon as a process has lived long enough: one that failed often is left alone for a while. */
    private void assertStopped() {
        Await.untilAsserted(() -> {
            lives.bringStop(Death.NEVER);
            key.shown().body("stop.done", equalTo(true)).body("stop.message", nullValue());
            verify().body("result", equalTo("invalid"));
            key.get("").body("state", equalTo("disabled"));
        });
    }

    private void assertWorks() {
        Await.untilAsserted(() -> {
            lives.bringStop(Death.NEVER);
            key.shown().body("stop.done", equalTo(false)).body("stop.message", nullValue());
            verify().body("result", equalTo("valid"));
            key.get("").body("state", equalTo("active"));
        });
    }

    private DirectStop stored() {
        return database.inWorkspace(
                key.workspaceId(),
                handle -> DirectStopStore.find(handle, key.workspaceId(), key.id())
                        .orElseThrow());
    }

    private ValidatableResponse verify() {
        return key.call().post("/api/v1/keys/" + key.id() + "/verify").then().statusCode(200);
    }
}
