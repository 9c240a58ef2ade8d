package io.leasehold.key.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.key.account.AccountAccess;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.apikey.KeyChanges;
import io.leasehold.key.apikey.KeyProof;
import io.leasehold.key.apikey.KeySecretStore;
import io.leasehold.key.apikey.StraySweep;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.revocation.ProviderSide;
import io.leasehold.key.secret.DisposalSweep;
import io.leasehold.key.secret.SecretReader;
import io.leasehold.key.secret.SecretVersions;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import io.leasehold.test.Await;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rotation whose process is killed again and again, and goes on in another one. */
@QuarkusTest
class RotationCrashTest {
    private static final int MOST_MOVES = 400;

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final Sim.SimKey management = Sim.openRouterManagement();
    private final Sim.SimKey key = Sim.openRouterKey();
    private UUID id;
    /** Sees the same keys, also while calls of the key's own account fail. */
    private UUID observer;

    private List<String> before;

    /** How far the clock of the process of now is ahead: every killed one's claim has to run out. */
    private Duration ahead = Duration.ZERO;

    @Inject
    Database database;

    @Inject
    RotationActions actions;

    @Inject
    Rotations rotations;

    @Inject
    RollBack rollBack;

    @Inject
    KeyChanges keys;

    @Inject
    Audit audit;

    @Inject
    RotationConfig config;

    @Inject
    SecretStore secrets;

    @Inject
    SecretReader reader;

    @Inject
    ProviderDirectory providers;

    @Inject
    AccountAccess access;

    @Inject
    KeyProof proof;

    @Inject
    ProviderSide provider;

    @Inject
    StraySweep strays;

    @Inject
    DisposalSweep disposals;

    @BeforeEach
    void addKey() {
        observer = admin.addOpenRouterAccount();
        id = admin.addKey(admin.addAccount("openrouter", management.secret()), key);
        before = liveAtProvider();
    }

    /** Where the process dies. */
    private enum Death {
        BEFORE_THE_SECRET_IS_STORED,
        AFTER_THE_SECRET_IS_STORED,
        BEFORE_THE_STEP_IS_KEPT,
        AFTER_THE_STEP_IS_KEPT
    }

    /** Nothing catches it, as nothing catches {@code kill -9}. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @EnumSource(RotationStep.class)
    void killedAfterAStepBeforeItWasKept(RotationStep lost) {
        KeyRotation at = upTo(begin(), lost);

        StepOutcome forgotten = actions.perform(at);
        assertWhatIsServedWorks();
        goOnInAnotherProcess();

        assertThat(forgotten).isInstanceOf(StepOutcome.Done.class);
        assertAllAgreeThatItIs(RotationState.ROTATED);
    }

    @ParameterizedTest
    @EnumSource(RotationStep.class)
    void killedBetweenTwoSteps(RotationStep lastKept) {
        KeyRotation at = upTo(begin(), lastKept);

        Optional<KeyRotation> unused = runner(actions).tryStep(at);
        assertWhatIsServedWorks();
        goOnInAnotherProcess();

        assertThat(unused.isPresent()).isEqualTo(lastKept != RotationStep.DESTROY);
        assertAllAgreeThatItIs(RotationState.ROTATED);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE_THE_SECRET_IS_STORED", "AFTER_THE_SECRET_IS_STORED"})
    void killedWhileTheNewSecretIsMade(Death death) {
        KeyRotation at = begin();

        assertThatThrownBy(() -> dying(death).perform(at)).isInstanceOf(Killed.class);
        goOnInAnotherProcess();

        assertAllAgreeThatItIs(RotationState.ROTATED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "PROBE", "SERVE", "DRAIN"})
    void rolledBackAtEveryStepFromWhichItCanBe(RotationStep from) {
        KeyRotation at = upTo(begin(), from);

        turnRound();
        assertWhatIsServedWorks();
        assertThat(runner(actions).tryStep(at)).isEmpty();
        goOnInAnotherProcess();

        assertAllAgreeThatItIs(RotationState.ROLLED_BACK);
        assertThat(Sim.status(key)).isEqualTo("active");
    }

    /** Any deaths at any places, a provider that fails three of ten calls, and now and then somebody who changes their mind. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensAllAgreeInTheEnd(long seed) {
        Random random = new Random(seed);
        Sim.order(management, Map.of("admin_fail_rate", 0.3, "admin_takes_effect", seed % 2 == 0));
        Optional<KeyRotation> at = Optional.of(begin());

        for (int move = 0; move < MOST_MOVES && at.isPresent(); move++) {
            if (random.nextInt(25) == 0 && stored().canBeRolledBack()) {
                turnRound();
            }
            Optional<KeyRotation> next = random.nextInt(3) == 0
                    ? die(at.get(), Death.values()[random.nextInt(Death.values().length)])
                    : runner(actions).tryStep(at.get());
            assertWhatIsServedWorks();
            at = next.or(this::claimInAnotherProcess);
        }
        Sim.clearFaults(management);
        goOnInAnotherProcess();

        assertAllAgreeThatItIs(stored().rolledBack() ? RotationState.ROLLED_BACK : RotationState.ROTATED);
    }

    private Optional<KeyRotation> die(KeyRotation at, Death death) {
        switch (death) {
            case BEFORE_THE_STEP_IS_KEPT -> actions.perform(at);
            case AFTER_THE_STEP_IS_KEPT -> runner(actions).tryStep(at);
            case BEFORE_THE_SECRET_IS_STORED, AFTER_THE_SECRET_IS_STORED -> {
                try {
                    dying(death).perform(at);
                } catch (Killed killed) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Begins it and claims it at once, so that this service's own sweep leaves it alone. */
    private KeyRotation begin() {
        return database.inWorkspace(workspace.id(), handle -> {
            ApiKey locked = ApiKeyStore.lock(handle, workspace.id(), id);
            rotations.openOrBegin(handle, locked, new Rotations.Order(true, false, true, null, null));
            Instant now = Instant.now();
            return RotationStore.claim(handle, workspace.id(), id, now, now.plus(config.claim()))
                    .orElseThrow();
        });
    }

    private KeyRotation upTo(KeyRotation from, RotationStep step) {
        KeyRotation at = from;
        while (at.step() != step) {
            at = runner(actions).tryStep(at).orElseThrow();
        }
        return at;
    }

    private void turnRound() {
        database.useWorkspace(workspace.id(), handle -> {
            ApiKey locked = ApiKeyStore.lock(handle, workspace.id(), id);
            rollBack.apply(
                    handle,
                    RotationStore.findOpen(handle, workspace.id(), id).orElseThrow(),
                    locked,
                    "a test wants so.");
        });
    }

    private RotationRunner runner(RotationActions with) {
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        return new RotationRunner(
                database,
                with,
                new RotationProgress(database, keys, rollBack, audit, config, clock),
                rollBack,
                config,
                clock);
    }

    private RotationActions dying(Death death) {
        SecretVersions versions = new SecretVersions(secrets, database, Clock.systemUTC()) {
            @Override
            public int put(SecretPath path, Secret secret) {
                if (death == Death.AFTER_THE_SECRET_IS_STORED) {
                    super.put(path, secret);
                }
                throw new Killed();
            }
        };
        return new RotationActions(
                database,
                providers,
                access,
                reader,
                secrets,
                new NewSecret(database, providers, access, proof, versions, Clock.systemUTC()),
                provider,
                config,
                Clock.systemUTC());
    }

    /** Empty where it is over. */
    private Optional<KeyRotation> claimInAnotherProcess() {
        ahead = ahead.plus(config.claim()).plus(config.longestWait()).plusSeconds(1);
        return runner(actions).claim(workspace.id(), id);
    }

    private void goOnInAnotherProcess() {
        for (int i = 0; i < MOST_MOVES && stored().finishedAt() == null; i++) {
            Optional<KeyRotation> at = claimInAnotherProcess();
            while (at.isPresent()) {
                at = runner(actions).tryStep(at.get());
            }
        }
    }

    private KeyRotation stored() {
        return database.inWorkspace(
                workspace.id(),
                handle -> RotationStore.findLast(handle, workspace.id(), id).orElseThrow());
    }

    private ApiKey storedKey() {
        return database.inWorkspace(workspace.id(), handle -> ApiKeyStore.get(handle, workspace.id(), id));
    }

    /** At every moment of all of it. */
    private void assertWhatIsServedWorks() {
        ApiKey served = storedKey();
        assertThat(liveAtProvider()).contains(served.providerKeyId());
        try (Secret secret = secrets.read(served.secretPath(), served.secret().secretVersion())) {
            assertThat(secret.reveal()).endsWith(served.last4());
        }
    }

    /** As soon as the sweeps have seen to what the dead have left, and whoever was taken over has noticed. */
    private void assertAllAgreeThatItIs(RotationState end) {
        Await.untilAsserted(() -> {
            Instant later = Instant.now().plus(Duration.ofMinutes(11));
            strays.at(later);
            disposals.at(later);
            assertAllAgreeNowThatItIs(end);
        });
    }

    private void assertAllAgreeNowThatItIs(RotationState end) {
        assertThat(stored().state()).isEqualTo(end);
        assertWhatIsServedWorks();
        ApiKey served = storedKey();
        int version = served.secret().secretVersion();
        boolean hasOther = database.inWorkspace(
                workspace.id(),
                handle -> KeySecretStore.find(handle, workspace.id(), id).isPresent());
        assertThat(hasOther).isFalse();
        for (int other = 1; other <= secrets.currentVersion(served.secretPath()); other++) {
            if (other != version) {
                assertMissing(served.secretPath(), other);
            }
        }
        List<String> made = new ArrayList<>(liveAtProvider());
        made.removeAll(before);
        assertThat(made).isEqualTo(end == RotationState.ROTATED ? List.of(served.providerKeyId()) : List.of());
        assertThat(Sim.status(key)).isEqualTo(end == RotationState.ROTATED ? "archived" : "active");
    }

    private void assertMissing(SecretPath path, int version) {
        assertThatThrownBy(() -> secrets.read(path, version))
                .isInstanceOfSatisfying(
                        SecretStoreProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(SecretStoreProblem.Reason.MISSING));
    }

    private List<String> liveAtProvider() {
        return admin.read(
                "/api/v1/provider-accounts/" + observer + "/provider-keys", "findAll { it.state == 'active' }.id");
    }
}
