package io.leasehold.key.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.contracts.KeyState;
import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.step.StepOutcome;
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
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A revocation whose process is killed at every boundary, and goes on in another one. */
@QuarkusTest
class RevocationCrashTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final Sim.SimKey key = Sim.anthropicKey();

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

    /** It had done the step, and nobody had written it down. */
    @ParameterizedTest
    @EnumSource(RevocationStep.class)
    void killedAfterAStepBeforeItWasKept(RevocationStep lost) {
        UUID id = addKey();
        RevocationRunner killed = instance(Clock.systemUTC());
        KeyRevocation at = runUpTo(killed, begin(id), lost);

        StepOutcome forgotten = actions.perform(at);
        instance(later()).run(workspace.id(), id);

        assertThat(forgotten).isInstanceOf(StepOutcome.Done.class);
        assertAllAgreeThatItIsRevoked(id);
    }

    /** It had written the step down, and nobody had begun the next. */
    @ParameterizedTest
    @EnumSource(RevocationStep.class)
    void killedBetweenTwoSteps(RevocationStep lastKept) {
        UUID id = addKey();
        RevocationRunner killed = instance(Clock.systemUTC());
        KeyRevocation at = runUpTo(killed, begin(id), lastKept);

        Optional<KeyRevocation> unused = killed.tryStep(at);
        instance(later()).run(workspace.id(), id);

        assertThat(unused.isPresent()).isEqualTo(lastKept != RevocationStep.DESTROY);
        assertAllAgreeThatItIsRevoked(id);
    }

    @Test
    void nobodyElseTakesItUpWhileItIsClaimed() {
        UUID id = addKey();
        begin(id);

        assertThat(instance(Clock.systemUTC()).claim(workspace.id(), id)).isEmpty();
    }

    @Test
    void whoeverWasTakenOverKeepsNothingAnyMore() {
        UUID id = addKey();
        KeyRevocation slow = begin(id);
        KeyRevocation taken = instance(later()).claim(workspace.id(), id).orElseThrow();

        Optional<KeyRevocation> kept = instance(Clock.systemUTC()).tryStep(slow);

        assertThat(kept).isEmpty();
        assertThat(stored(id).step()).isEqualTo(RevocationStep.EXISTS);
        assertThat(stored(id).fence()).isEqualTo(taken.fence()).isGreaterThan(slow.fence());
    }

    /** Somebody read the key before its revocation was finished, and writes after that. */
    @Test
    void nothingBringsARevokedKeyBack() {
        UUID id = addKey();
        KeyRevocation at = begin(id);
        instance(later()).run(workspace.id(), id);

        database.useWorkspace(
                workspace.id(), handle -> keys.changeState(handle, workspace.id(), id, KeyState.REVOKING, "late"));

        assertThat(at.fence()).isLessThan(stored(id).fence());
        assertAllAgreeThatItIsRevoked(id);
    }

    private UUID addKey() {
        return admin.addBoundKey(admin.addAnthropicAccount(), key);
    }

    /** Adds the revocation and claims it at once, so that this service's own sweep leaves it alone. */
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

    private static KeyRevocation runUpTo(RevocationRunner runner, KeyRevocation from, RevocationStep step) {
        KeyRevocation at = from;
        while (at.step() != step) {
            at = runner.tryStep(at).orElseThrow();
        }
        return at;
    }

    /** What a fresh process would be. */
    private RevocationRunner instance(Clock clock) {
        return new RevocationRunner(
                database, actions, new RevocationProgress(database, keys, audit, config, clock), config, clock);
    }

    /** When the killed one's claim is over. */
    private Clock later() {
        return Clock.offset(Clock.systemUTC(), config.claim().plus(Duration.ofSeconds(1)));
    }

    private KeyRevocation stored(UUID id) {
        return database.inWorkspace(
                workspace.id(),
                handle -> RevocationStore.find(handle, workspace.id(), id).orElseThrow());
    }

    private void assertAllAgreeThatItIsRevoked(UUID id) {
        assertThat(stored(id).state()).isEqualTo(RevocationState.REVOKED);
        admin.call().get("/api/v1/keys/" + id).then().body("state", equalTo("revoked"));
        assertThat(Sim.status(key)).isEqualTo("archived");
        Assertions.assertThatThrownBy(() -> secrets.read(SecretPath.ofKey(workspace.id(), id), 1))
                .isInstanceOfSatisfying(
                        SecretStoreProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(SecretStoreProblem.Reason.MISSING));
    }
}
