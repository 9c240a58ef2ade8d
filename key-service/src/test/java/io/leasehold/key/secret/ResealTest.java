package io.leasehold.key.secret;

import static io.leasehold.key.secret.SecretStoreContract.anyPath;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.kit.database.Database;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Other tests' secrets are sealed under keys that are not known here; they stay as they are. */
@QuarkusTest
class ResealTest {
    private final MasterKey old = anyKey();
    private final MasterKey next = anyKey();
    private final MasterKeys both = MasterKeys.of(next, old);

    @Inject
    Database database;

    @Test
    void everyVersionIsSealedUnderTheNewKeyAndDestroyedOnesStayDestroyed() {
        SecretPath path = anyPath();
        SealedSecrets before = store(MasterKeys.of(old));
        before.write(path, 0, Secret.of("first"));
        before.write(path, 1, Secret.of("second"));
        before.destroy(path, 1);

        Reseal.Result result = new Reseal(database, both).run();

        assertThat(result.resealed()).isEqualTo(1);
        SealedSecrets after = store(MasterKeys.of(next));
        assertThat(after.read(path, 2).reveal()).isEqualTo("second");
        assertThat(after.currentVersion(path)).isEqualTo(2);
    }

    @Test
    void whatNoKnownKeyOpensIsToldAndKept() {
        MasterKey lost = anyKey();
        SecretPath path = anyPath();
        store(MasterKeys.of(lost)).write(path, 0, Secret.of("first"));

        Reseal.Result result = new Reseal(database, both).run();

        assertThat(result.left()).isPositive();
        assertThat(result.problems())
                .anySatisfy(problem -> assertThat(problem).contains(path.text(), lost.id(), "other-master-keys"));
        assertThat(store(MasterKeys.of(lost)).read(path, 1).reveal()).isEqualTo("first");
    }

    @Test
    void readersAndWritersGoOnWhileTwoRunsResealAtOnce() throws Exception {
        SealedSecrets before = store(MasterKeys.of(old));
        List<SecretPath> paths =
                IntStream.range(0, 300).mapToObj(i -> anyPath()).toList();
        paths.forEach(path -> before.write(path, 0, Secret.of(path.text())));
        Callable<Void> reseal = () -> {
            new Reseal(database, both).run();
            return null;
        };
        Callable<Void> read = () -> {
            paths.forEach(path -> assertThat(store(both).read(path, 1).reveal()).isEqualTo(path.text()));
            return null;
        };
        Callable<Void> write = () -> {
            paths.forEach(path -> store(both).write(path, 1, Secret.of("second")));
            return null;
        };

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> ended : threads.invokeAll(List.of(reseal, read, write, reseal, read))) {
                ended.get();
            }
        }
        new Reseal(database, both).run();

        SealedSecrets after = store(MasterKeys.of(next));
        assertThat(paths).allSatisfy(path -> {
            assertThat(after.read(path, 1).reveal()).isEqualTo(path.text());
            assertThat(after.read(path, 2).reveal()).isEqualTo("second");
        });
    }

    private SealedSecrets store(MasterKeys masters) {
        return new SealedSecrets(masters, database, Clock.systemUTC());
    }

    private static MasterKey anyKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return MasterKey.ofHex(HexFormat.of().formatHex(bytes));
    }
}
