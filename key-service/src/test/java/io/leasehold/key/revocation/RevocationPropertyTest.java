package io.leasehold.key.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However often the process is killed, and whichever calls the provider fails: in the end the secret store, the database
 * and the provider agree. The seed of a case is in its name.
 */
@QuarkusTest
class RevocationPropertyTest {
    private static final int CASES = 20;
    private static final int MOST_LIVES = 200;

    /** Longer than any claim and any wait, a provider's own too. */
    private static final Duration BETWEEN_LIVES = Duration.ofHours(2);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Inject
    Database database;

    @Inject
    StepActions actions;

    @Inject
    KeyChanges keys;

    @Inject
    Audit audit;

    @Inject
    RevocationConfig config;

    @Inject
    SecretStore secrets;

    /** When the process dies, as seen from a step. */
    private enum Kill {
        BEFORE_IT_IS_DONE,
        BEFORE_IT_IS_KEPT,
        AFTER_IT_IS_KEPT,
        NOT
    }

    static LongStream seeds() {
        return ThreadLocalRandom.current().longs(CASES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void allAgreeInTheEnd(long seed) {
        Random random = new Random(seed);
        boolean anthropic = random.nextBoolean();
        Sim.SimKey credential = anthropic ? Sim.anthropicAdmin() : Sim.openRouterManagement();
        Sim.SimKey key = anthropic ? Sim.anthropicKey() : Sim.openRouterKey();
        UUID id = admin.addBoundKey(admin.addAccount(anthropic ? "anthropic" : "openrouter", credential.secret()), key);
        orderFaults(random, credential, key);

        live(random, id);

        assertThat(stored(id).state()).isEqualTo(RevocationState.REVOKED);
        assertThat(stored(id).outcome()).isNotNull();
        ApiKey revoked = key(id);
        assertThat(revoked.state()).isEqualTo(KeyState.REVOKED);
        assertThat(revoked.secretVersion()).isNull();
        assertThat(Sim.status(key)).isEqualTo("archived");
        assertThatThrownBy(() -> secrets.read(SecretPath.ofKey(workspace.id(), id), 1))
                .isInstanceOfSatisfying(
                        SecretStoreProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(SecretStoreProblem.Reason.MISSING));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatNobodyCanEndIsNotLost(long seed) {
        Random random = new Random(seed);
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addKey(admin.addAccountWithoutCredential(), key);

        live(random, id);

        assertThat(stored(id).state()).isEqualTo(RevocationState.AWAITING_MANUAL);
        assertThat(key(id).state()).isEqualTo(KeyState.AWAITING_MANUAL);
        assertThat(Sim.status(key)).isEqualTo("active");
        assertThat(secrets.read(SecretPath.ofKey(workspace.id(), id), 1).reveal())
                .isEqualTo(key.secret());
    }

    /** Three of ten calls fail; some of them had their effect all the same, some end without an answer. */
    private static void orderFaults(Random random, Sim.SimKey credential, Sim.SimKey key) {
        Sim.order(
                credential,
                Map.of(
                        "admin_fail_rate",
                        0.3,
                        "rate",
                        0,
                        "admin_takes_effect",
                        random.nextBoolean(),
                        "admin_drops",
                        random.nextBoolean()));
        Sim.order(key, Map.of("rate", 0.3, "status", 500));
    }

    /** Life after life, until it needs none any more. */
    private void live(Random random, UUID id) {
        Optional<KeyRevocation> work = Optional.of(begin(id));
        for (int life = 1; life <= MOST_LIVES && needsWork(id); life++) {
            RevocationRunner process = process(life);
            if (life > 1) {
                work = process.claim(workspace.id(), id);
            }
            while (work.isPresent()) {
                work = tryStep(random, process, work.get());
            }
        }
    }

    private boolean needsWork(UUID id) {
        RevocationState state = stored(id).state();
        return state != RevocationState.REVOKED && state != RevocationState.AWAITING_MANUAL;
    }

    private RevocationRunner process(int life) {
        Clock clock = Clock.offset(Clock.systemUTC(), BETWEEN_LIVES.multipliedBy(life));
        return new RevocationRunner(
                database, actions, new RevocationProgress(database, keys, audit, config, clock), config, clock);
    }

    private Optional<KeyRevocation> tryStep(Random random, RevocationRunner process, KeyRevocation at) {
        Kill kill = Kill.values()[random.nextInt(Kill.values().length)];
        Optional<KeyRevocation> goesOn = Optional.empty();
        switch (kill) {
            case BEFORE_IT_IS_DONE -> {}
            case BEFORE_IT_IS_KEPT -> assertThat(actions.perform(at)).isNotNull();
            case AFTER_IT_IS_KEPT, NOT -> goesOn = process.tryStep(at);
        }
        return kill == Kill.NOT ? goesOn : Optional.empty();
    }

    /** Claimed at once, so that this service's own sweep leaves it alone. */
    private KeyRevocation begin(UUID keyId) {
        Instant now = Instant.now();
        return database.inWorkspace(workspace.id(), handle -> {
            RevocationStore.add(
                    handle,
                    KeyRevocation.begin(
                            ApiKeyStore.get(handle, workspace.id(), keyId),
                            new RevocationOrder(false, null, config.drain()),
                            0,
                            now));
            return RevocationStore.claim(handle, workspace.id(), keyId, now, now.plus(config.claim()))
                    .orElseThrow();
        });
    }

    private KeyRevocation stored(UUID id) {
        return database.inWorkspace(
                workspace.id(),
                handle -> RevocationStore.find(handle, workspace.id(), id).orElseThrow());
    }

    private ApiKey key(UUID id) {
        return database.inWorkspace(workspace.id(), handle -> ApiKeyStore.get(handle, workspace.id(), id));
    }
}
