package io.leasehold.key.enforcement;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.key.enforcement.DyingAccess.Death;
import io.leasehold.kit.database.Database;
import io.leasehold.test.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits whose setting at the provider is killed, and goes on in another process, when something else may be wanted. */
@QuarkusTest
class LimitCrashTest {
    private static final String NONE = "none";

    private EnforcedKey key;
    private Lives.Series lives;

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
    void anotherLimitThatIsSetHereMeanwhileIsSetThere(Death death) {
        set("5");
        lives.bringLimit(death);
        set("10");

        assertThere("10");
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void oneThatIsTakenAwayHereMeanwhileIsGoneThere(Death death) {
        set("5");
        lives.bringLimit(death);
        set(NONE);

        assertThere(NONE);
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void whatWasThereBeforeComesBackWhereItIsWantedAgain(Death death) {
        set("5");
        assertThere("5");

        set("10");
        lives.bringLimit(death);
        set("5");

        assertThere("5");
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void oneThatWasTakenAwayThereComesBackWhereItIsWantedAgain(Death death) {
        set("5");
        assertThere("5");

        set(NONE);
        lives.bringLimit(death);
        set("5");

        assertThere("5");
    }

    /** It was written down only that it was about to be set. */
    @Test
    void whatSomebodyGaveTheKeyThereAfterTheDeathStays() {
        set("5");
        lives.bringLimit(Death.BEFORE_THE_PROVIDER_IS_ASKED);
        key.call()
                .body(Map.of("amount", "7"))
                .put("/api/v1/keys/" + key.id() + "/provider/limit")
                .then()
                .statusCode(200);

        lives.bringLimit(Death.NEVER);

        key.shown().body("limit.message", containsString("of 7 USD"));
        atProvider().body("limit", equalTo("7"));
    }

    /** Any deaths, a provider that fails three of ten calls and may have had an effect all the same, and limits that change. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whateverHappensTheLimitIsThereInTheEnd(long seed) {
        Random random = new Random(seed);
        key.failsOften(seed % 2 == 0);
        List<String> amounts = List.of("5", "10", "15", NONE);
        String wanted = NONE;

        for (int move = 0; move < 25; move++) {
            wanted = amounts.get(random.nextInt(amounts.size()));
            set(wanted);
            lives.bringLimit(Death.values()[random.nextInt(Death.values().length)]);
        }
        key.failsNoMore();

        assertThere(wanted);
    }

    /** By an admin, here. From before that on it is held, so that the running service leaves it alone. */
    private void set(String amount) {
        hold();
        List<Map<String, String>> limits =
                amount.equals(NONE) ? List.of() : List.of(Map.of("period", "day", "amount", amount, "zone", "UTC"));
        key.call()
                .body(Map.of("limits", limits))
                .put("/api/v1/limits/key/" + key.id())
                .then()
                .statusCode(200);
    }

    private void hold() {
        database.useWorkspace(
                key.workspaceId(),
                handle -> handle.createUpdate("""
                        insert into provider_limit (workspace_id, key_id, limits_version, next_attempt_at, claimed_until)
                        values (:workspaceId, :keyId, 0, :until, :until)
                        on conflict (workspace_id, key_id)
                        do update set next_attempt_at = :until, claimed_until = :until
                        """)
                        .bind("workspaceId", key.workspaceId())
                        .bind("keyId", key.id())
                        .bind("until", lives.heldUntil())
                        .execute());
    }

    /** As soon as a process has lived long enough: one that failed often is left alone for a while. */
    private void assertThere(String amount) {
        Await.untilAsserted(() -> {
            hold();
            lives.bringLimit(Death.NEVER);
            key.shown()
                    .body("limit.message", nullValue())
                    .body("limit.amount", amount.equals(NONE) ? nullValue() : equalTo(amount));
            atProvider().body("limit", amount.equals(NONE) ? nullValue() : equalTo(amount));
        });
    }

    private ValidatableResponse atProvider() {
        return key.get("/provider");
    }
}
