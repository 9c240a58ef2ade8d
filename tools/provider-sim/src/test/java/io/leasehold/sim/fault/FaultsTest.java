package io.leasehold.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String HI = """
            {"model":"claude-opus-5","max_tokens":50,"messages":[{"role":"user","content":"Hi [[out=5]]"}]}""";

    private final TestSim sim = TestSim.start();
    private final Key key = sim.anthropicKey();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void aFaultOfOneKeyLeavesTheOthersAlone() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"status\":529}");

        assertThat(sim.messages(key, HI).status()).isEqualTo(529);
        assertThat(sim.messages(sim.anthropicKey(), HI).status()).isEqualTo(200);
    }

    @Test
    void aFaultWithoutKeyHitsAllKeysOfAllProviders() {
        sim.fault("{\"status\":500}");

        assertThat(sim.messages(key, HI).status()).isEqualTo(500);
        assertThat(sim.openRouter("GET", "/key", sim.openRouterKey()).status()).isEqualTo(500);
    }

    @Test
    void anErrorThatOnlyOneProviderKnowsLeavesTheOtherAlone() {
        sim.fault("{\"error_kind\":\"spend_limit\"}");

        assertThat(sim.messages(key, HI).status()).isEqualTo(429);
        assertThat(sim.openRouter("GET", "/key", sim.openRouterKey()).status()).isEqualTo(200);
    }

    @Test
    void aFaultIsGoneAfterItsTimes() {
        sim.fault("{\"key\":\"" + key.secret() + "\",\"status\":529,\"times\":2}");

        assertThat(sim.messages(key, HI).status()).isEqualTo(529);
        assertThat(sim.messages(key, HI).status()).isEqualTo(529);
        assertThat(sim.messages(key, HI).status()).isEqualTo(200);
        assertThat(sim.send("GET", "/control/faults", null).at("/items")).isEmpty();
    }

    @Test
    void aRateHitsItsShare() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"status\":503,\"rate\":0.5}");

        assertThat(sim.messages(key, HI).status()).isEqualTo(200);
        assertThat(sim.messages(key, HI).status()).isEqualTo(503);
        assertThat(sim.messages(key, HI).status()).isEqualTo(200);
    }

    @Test
    void aDeadKeyIsRefusedEverywhereUntilTheFaultIsCleared() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"dead\":true}");

        assertThat(sim.messages(key, HI).status()).isEqualTo(401);
        assertThat(sim.anthropic("GET", "/v1/models", key).status()).isEqualTo(401);
        sim.send("DELETE", "/control/faults?key=" + key.id(), null);
        assertThat(sim.messages(key, HI).status()).isEqualTo(200);
    }

    @Test
    void latencyDelaysAnswersAndErrors() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"latency_ms\":300}");
        assertThat(millisOf(key)).isGreaterThanOrEqualTo(300);

        sim.fault("{\"key\":\"" + key.id() + "\",\"latency_ms\":300,\"status\":500}");
        assertThat(millisOf(key)).isGreaterThanOrEqualTo(300);
    }

    @Test
    void adminCallsMayBeSlowByThemselves() {
        Key admin = sim.anthropicAdmin();
        sim.fault("{\"key\":\"" + admin.id() + "\",\"admin_latency_ms\":300}");

        long began = System.nanoTime();
        Reply slow = sim.anthropic("GET", "/v1/organizations/me", admin);

        assertThat(slow.status()).isEqualTo(200);
        assertThat((System.nanoTime() - began) / 1_000_000).isGreaterThanOrEqualTo(300);
    }

    @Test
    void aWholeAnswerTakesAsLongAsItsTokens() {
        sim.fault("{\"key\":\"" + key.id() + "\",\"first_token_ms\":100,\"token_interval_ms\":50}");

        assertThat(millisOf(key)).isGreaterThanOrEqualTo(100 + 4 * 50);
    }

    @Test
    void adminCallsFailAsOrderedAndInferenceGoesOn() {
        Key admin = sim.anthropicAdmin();
        sim.fault("{\"admin_fail_rate\":1,\"error_kind\":\"rate_limit\",\"rate\":0}");

        Reply refused = sim.anthropic("GET", "/v1/organizations/me", admin);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(sim.messages(key, HI).status()).isEqualTo(200);
    }

    @Test
    void timesCountOnlyWhatWasHit() {
        Key admin = sim.anthropicAdmin();
        sim.fault("{\"admin_fail_rate\":1,\"times\":1}");

        assertThat(sim.messages(key, HI).status()).isEqualTo(200);
        assertThat(sim.anthropic("GET", "/v1/organizations/me", admin).status()).isEqualTo(500);
        assertThat(sim.anthropic("GET", "/v1/organizations/me", admin).status()).isEqualTo(200);
    }

    @Test
    void anAdminCallMayFailAfterItTookEffect() {
        Key manager = sim.openRouterManager();
        sim.fault("{\"key\":\"" + manager.id() + "\",\"admin_fail_rate\":1,\"admin_takes_effect\":true,\"times\":1}");

        Reply lost = sim.openRouter("POST", "/keys", manager, "{\"name\":\"orphan\"}");

        assertThat(lost.status()).isEqualTo(500);
        assertThat(lost.body()).doesNotContain("sk-or-v1");
        assertThat(sim.openRouter("GET", "/keys", manager).at("/data"))
                .singleElement()
                .satisfies(made -> assertThat(made.path("name").asText()).isEqualTo("orphan"));
    }

    @Test
    void anAdminCallMayEndWithoutAnAnswerBeforeOrAfterItTookEffect() {
        Key manager = sim.openRouterManager();
        Key victim = sim.openRouterKey();
        String drop = "{\"key\":\"" + manager.id() + "\",\"admin_fail_rate\":1,\"admin_drops\":true,\"times\":1%s}";

        sim.fault(drop.formatted(""));
        assertThatThrownBy(() -> sim.openRouter("DELETE", "/keys/" + victim.id(), manager))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(sim.openRouter("GET", "/keys/" + victim.id(), manager).status())
                .isEqualTo(200);

        sim.fault(drop.formatted(",\"admin_takes_effect\":true"));
        assertThatThrownBy(() -> sim.openRouter("DELETE", "/keys/" + victim.id(), manager))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(sim.openRouter("GET", "/keys/" + victim.id(), manager).status())
                .isEqualTo(404);
    }

    @Test
    void anAdminCallThatFailsMayTakeItsTime() {
        Key admin = sim.anthropicAdmin();
        sim.fault("{\"key\":\"" + admin.id() + "\",\"admin_fail_rate\":1,\"latency_ms\":300}");

        long before = System.nanoTime();
        assertThat(sim.anthropic("GET", "/v1/organizations/me", admin).status()).isEqualTo(500);

        assertThat((System.nanoTime() - before) / 1_000_000).isGreaterThanOrEqualTo(300);
    }

    private long millisOf(Key caller) {
        long before = System.nanoTime();
        sim.messages(caller, HI);
        return (System.nanoTime() - before) / 1_000_000;
    }
}
