package io.leasehold.key.secret;

import static io.leasehold.key.secret.SecretStoreContract.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretDepositTest {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant BEFORE_ANYTHING_ELSE = LONG_AGO.plusSeconds(1);
    private static final Instant FAR_AHEAD = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    SecretDeposit deposit;

    @Inject
    OrphanSweep sweep;

    @Inject
    SecretStore secrets;

    @Inject
    Database database;

    @Inject
    Audit audit;

    @Inject
    OrphanConfig config;

    private final SecretPath path = SecretStoreContract.anyPath();

    @Test
    void theRowNamesTheVersionThatWasWritten() {
        int version = deposit.put(path, Secret.of("first"), (handle, written) -> written);

        assertThat(secrets.read(path, version).reveal()).isEqualTo("first");
        assertThat(isPending()).isFalse();
    }

    @Test
    void whereTheRowFailsTheSecretIsTakenBack() {
        assertThatThrownBy(() -> deposit.put(path, Secret.of("first"), (handle, version) -> {
                    throw new IllegalStateException("no row");
                }))
                .hasMessage("no row");

        assertFails(() -> secrets.read(path, 1), SecretStoreProblem.Reason.MISSING);
        assertThat(isPending()).isFalse();
    }

    @Test
    void aCrashBetweenSecretAndRowIsSweptUp() {
        database.useWorkspace(path.workspaceId(), handle -> PendingSecretStore.add(handle, List.of(path), LONG_AGO));
        secrets.write(path, 0, Secret.of("first"));

        sweep.sweepOlderThan(BEFORE_ANYTHING_ELSE);

        assertFails(() -> secrets.read(path, 1), SecretStoreProblem.Reason.MISSING);
        assertThat(isPending()).isFalse();
    }

    @Test
    void aCrashBeforeTheSecretIsSweptUpToo() {
        database.useWorkspace(path.workspaceId(), handle -> PendingSecretStore.add(handle, List.of(path), LONG_AGO));

        sweep.sweepOlderThan(BEFORE_ANYTHING_ELSE);

        assertThat(isPending()).isFalse();
    }

    @Test
    void theSweepLeavesAloneWhatIsUnderWay() throws Exception {
        CountDownLatch rowBegan = new CountDownLatch(1);
        CountDownLatch swept = new CountDownLatch(1);
        Thread request = Thread.startVirtualThread(() -> deposit.put(path, Secret.of("first"), (handle, version) -> {
            rowBegan.countDown();
            awaitQuietly(swept);
            return version;
        }));

        rowBegan.await();
        sweep.sweepOlderThan(FAR_AHEAD);
        swept.countDown();
        request.join();

        assertThat(secrets.read(path, 1).reveal()).isEqualTo("first");
    }

    @Test
    void aSecretThatIsWrittenAfterItsIntentWasSweptDoesNotStay() {
        Disturbed slow = new Disturbed(secrets, () -> sweep.sweepOlderThan(FAR_AHEAD), () -> {});

        assertFails(
                () -> deposit(slow).put(path, Secret.of("first"), (handle, version) -> version),
                SecretStoreProblem.Reason.UNAVAILABLE);

        assertFails(() -> secrets.read(path, 1), SecretStoreProblem.Reason.MISSING);
        assertThat(isPending()).isFalse();
    }

    /** The store did not answer in time, and still did what it was asked to, later. */
    @Test
    void aWriteOfUnknownOutcomeIsLeftToTheSweep() {
        Disturbed unanswered = new Disturbed(
                secrets,
                () -> {
                    throw SecretStoreProblem.unavailable("no answer in time", null);
                },
                () -> {});

        assertFails(
                () -> deposit(unanswered).put(path, Secret.of("first"), (handle, version) -> version),
                SecretStoreProblem.Reason.UNAVAILABLE);
        secrets.write(path, 0, Secret.of("first"));
        sweep.sweepOlderThan(FAR_AHEAD);

        assertFails(() -> secrets.read(path, 1), SecretStoreProblem.Reason.MISSING);
        assertThat(isPending()).isFalse();
    }

    @Test
    void theStoreIsAskedToDestroyWithNoRowLocked() {
        Disturbed watching = new Disturbed(secrets, () -> {}, this::requireUnlocked);

        assertThatThrownBy(() -> deposit(watching).put(path, Secret.of("first"), (handle, version) -> {
                    throw new IllegalStateException("no row");
                }))
                .hasMessage("no row");

        assertThat(isPending()).isFalse();
    }

    @Test
    void aStoreThatIsAwayIsTriedAgainByTheNextSweep() {
        database.useWorkspace(path.workspaceId(), handle -> PendingSecretStore.add(handle, List.of(path), LONG_AGO));
        secrets.write(path, 0, Secret.of("first"));
        Disturbed away = new Disturbed(secrets, () -> {}, () -> {
            throw SecretStoreProblem.unavailable("away", null);
        });
        OrphanSweep withoutStore =
                new OrphanSweep(new Orphans(away, database, audit), database, config, Clock.systemUTC());

        withoutStore.sweepOlderThan(BEFORE_ANYTHING_ELSE);

        assertThat(isPending()).isTrue();
        sweep.sweepOlderThan(BEFORE_ANYTHING_ELSE);
        assertThat(isPending()).isFalse();
        assertFails(() -> secrets.read(path, 1), SecretStoreProblem.Reason.MISSING);
    }

    @Test
    void aRowThatWasGivenUpDoesNotCome() {
        Disturbed slow = new Disturbed(
                secrets,
                () -> database.useWorkspace(path.workspaceId(), handle -> PendingSecretStore.abandon(handle, path)),
                () -> {});
        AtomicBoolean written = new AtomicBoolean();

        assertFails(
                () -> deposit(slow).put(path, Secret.of("first"), (handle, version) -> written.getAndSet(true)),
                SecretStoreProblem.Reason.UNAVAILABLE);

        assertThat(written).isFalse();
        assertFails(() -> secrets.read(path, 1), SecretStoreProblem.Reason.MISSING);
    }

    private SecretDeposit deposit(SecretStore store) {
        return new SecretDeposit(store, new Orphans(store, database, audit), database, Clock.systemUTC());
    }

    private void requireUnlocked() {
        database.useSystem(
                handle -> handle.execute("select from pending_secret where owner_id = ? for update nowait", path.id()));
    }

    /** The real store, with something happening before it does what it is asked to. */
    private record Disturbed(SecretStore real, Runnable beforeWrite, Runnable beforeDestroy) implements SecretStore {
        @Override
        public String name() {
            return real.name();
        }

        @Override
        public int currentVersion(SecretPath path) {
            return real.currentVersion(path);
        }

        @Override
        public int write(SecretPath path, int currentVersion, Secret secret) {
            beforeWrite.run();
            return real.write(path, currentVersion, secret);
        }

        @Override
        public Secret read(SecretPath path, int version) {
            return real.read(path, version);
        }

        @Override
        public void destroy(SecretPath path, int version) {
            beforeDestroy.run();
            real.destroy(path, version);
        }

        @Override
        public void destroy(SecretPath path) {
            beforeDestroy.run();
            real.destroy(path);
        }

        @Override
        public List<SecretPath> list() {
            return real.list();
        }

        @Override
        public void requireReady() {
            real.requireReady();
        }
    }

    private boolean isPending() {
        return database.asSystem(
                handle -> handle.select("select exists (select from pending_secret where owner_id = ?)", path.id())
                        .mapTo(Boolean.class)
                        .one());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
