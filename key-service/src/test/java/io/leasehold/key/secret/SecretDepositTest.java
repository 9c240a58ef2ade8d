package io.leasehold.key.secret;

import static io.leasehold.key.secret.SecretStoreContract.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.database.Database;
import io.leasehold.providers.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecretDepositTest {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant BEFORE_ANYTHING_ELSE = LONG_AGO.plusSeconds(1);

    @Inject
    SecretDeposit deposit;

    @Inject
    OrphanSweep sweep;

    @Inject
    SecretStore secrets;

    @Inject
    Database database;

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
        database.useWorkspace(path.workspaceId(), handle -> PendingSecretStore.add(handle, path, LONG_AGO));
        secrets.write(path, 0, Secret.of("first"));

        sweep.sweepOlderThan(BEFORE_ANYTHING_ELSE);

        assertFails(() -> secrets.read(path, 1), SecretStoreProblem.Reason.MISSING);
        assertThat(isPending()).isFalse();
    }

    @Test
    void aCrashBeforeTheSecretIsSweptUpToo() {
        database.useWorkspace(path.workspaceId(), handle -> PendingSecretStore.add(handle, path, LONG_AGO));

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
        sweep.sweepOlderThan(Instant.parse("2999-01-01T00:00:00Z"));
        swept.countDown();
        request.join();

        assertThat(secrets.read(path, 1).reveal()).isEqualTo("first");
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
