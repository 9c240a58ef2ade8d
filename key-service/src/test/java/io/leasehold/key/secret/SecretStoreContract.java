package io.leasehold.key.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every secret store does; each adapter's test runs it against the real thing. */
interface SecretStoreContract {
    SecretStore store();

    @Test
    default void whatIsWrittenIsReadByItsVersion() {
        SecretPath path = anyPath();

        int version = store().write(path, 0, Secret.of("first"));

        assertThat(version).isEqualTo(1);
        assertThat(store().read(path, 1).reveal()).isEqualTo("first");
    }

    @Test
    default void anOldVersionStaysReadableUnderItsNumber() {
        SecretPath path = anyPath();
        store().write(path, 0, Secret.of("first"));

        int second = store().write(path, 1, Secret.of("second"));

        assertThat(second).isEqualTo(2);
        assertThat(store().read(path, 1).reveal()).isEqualTo("first");
        assertThat(store().read(path, 2).reveal()).isEqualTo("second");
    }

    @Test
    default void aWriterWhoKnowsOfAnotherVersionIsRefused() {
        SecretPath path = anyPath();
        store().write(path, 0, Secret.of("first"));

        assertFails(() -> store().write(path, 0, Secret.of("other")), SecretStoreProblem.Reason.CONFLICT);
        assertFails(() -> store().write(path, 7, Secret.of("other")), SecretStoreProblem.Reason.CONFLICT);
        assertThat(store().read(path, 1).reveal()).isEqualTo("first");
    }

    @Test
    default void ofManyWritersAtOnceOneWins() throws Exception {
        SecretPath path = anyPath();
        List<Callable<Boolean>> writers = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(i -> () -> writes(path, "writer-" + i))
                .toList();

        List<Boolean> won;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            won = threads.invokeAll(writers).stream().map(Future::resultNow).toList();
        }

        assertThat(won).containsOnlyOnce(true);
        assertThat(store().read(path, 1).reveal()).isEqualTo("writer-" + won.indexOf(true));
        assertFails(() -> store().read(path, 2), SecretStoreProblem.Reason.MISSING);
    }

    @Test
    default void aVersionThatIsNotThereIsMissing() {
        SecretPath path = anyPath();
        assertFails(() -> store().read(path, 1), SecretStoreProblem.Reason.MISSING);

        store().write(path, 0, Secret.of("first"));

        assertFails(() -> store().read(path, 2), SecretStoreProblem.Reason.MISSING);
    }

    /** To some stores a version below 1 means the latest. */
    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    default void thereIsNoLatestVersionToAskFor(int version) {
        SecretPath path = anyPath();
        store().write(path, 0, Secret.of("first"));

        assertFails(() -> store().read(path, version), SecretStoreProblem.Reason.MISSING);
    }

    @Test
    default void everyCharacterOfALongSecretIsKept() {
        String characters =
                IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining());
        String longest = characters.repeat(50).substring(0, 4_000);
        SecretPath path = anyPath();

        store().write(path, 0, Secret.of(longest));

        assertThat(store().read(path, 1).reveal()).isEqualTo(longest);
    }

    @Test
    default void keysAndAccountsWithOneIdAreApart() {
        SecretPath key = anyPath();
        SecretPath account = SecretPath.ofAccount(key.workspaceId(), key.id());
        store().write(key, 0, Secret.of("of-the-key"));

        assertFails(() -> store().read(account, 1), SecretStoreProblem.Reason.MISSING);
    }

    @Test
    default void whatIsDestroyedIsGoneInAllVersions() {
        SecretPath path = anyPath();
        store().write(path, 0, Secret.of("first"));
        store().write(path, 1, Secret.of("second"));

        store().destroy(path);

        assertFails(() -> store().read(path, 1), SecretStoreProblem.Reason.MISSING);
        assertFails(() -> store().read(path, 2), SecretStoreProblem.Reason.MISSING);
    }

    @Test
    default void oneVersionIsDestroyedWhileAnotherLives() {
        SecretPath path = anyPath();
        store().write(path, 0, Secret.of("first"));
        store().write(path, 1, Secret.of("second"));

        store().destroy(path, 1);
        store().destroy(path, 1);

        assertFails(() -> store().read(path, 1), SecretStoreProblem.Reason.MISSING);
        assertThat(store().read(path, 2).reveal()).isEqualTo("second");
    }

    /** Whoever keeps the destroyed one by its number would take the next for the same. */
    @Test
    default void theNumberOfADestroyedVersionIsNotUsedAgain() {
        SecretPath path = anyPath();
        store().write(path, 0, Secret.of("first"));
        store().write(path, 1, Secret.of("second"));

        store().destroy(path, 2);

        assertThat(store().currentVersion(path)).isEqualTo(2);
        assertFails(() -> store().write(path, 1, Secret.of("other")), SecretStoreProblem.Reason.CONFLICT);
        assertThat(store().write(path, 2, Secret.of("third"))).isEqualTo(3);
        assertThat(store().read(path, 1).reveal()).isEqualTo("first");
    }

    @Test
    default void theCurrentVersionIsTheLastThatWasWritten() {
        SecretPath path = anyPath();
        assertThat(store().currentVersion(path)).isZero();
        store().write(path, 0, Secret.of("first"));
        store().write(path, 1, Secret.of("second"));

        assertThat(store().currentVersion(path)).isEqualTo(2);

        store().destroy(path);
        assertThat(store().currentVersion(path)).isZero();
    }

    @Test
    default void destroyingCanBeRepeated() {
        SecretPath path = anyPath();
        store().write(path, 0, Secret.of("first"));
        store().destroy(path);

        assertThatCode(() -> store().destroy(path)).doesNotThrowAnyException();
        assertThatCode(() -> store().destroy(anyPath())).doesNotThrowAnyException();
        assertThatCode(() -> store().destroy(anyPath(), 1)).doesNotThrowAnyException();
    }

    @Test
    default void allSecretsAreListedUntilTheyAreDestroyed() {
        SecretPath key = anyPath();
        SecretPath account = SecretPath.ofAccount(key.workspaceId(), key.id());
        store().write(key, 0, Secret.of("of-the-key"));
        store().write(key, 1, Secret.of("of-the-key-again"));
        store().write(account, 0, Secret.of("of-the-account"));

        assertThat(store().list()).containsOnlyOnce(key, account);

        store().destroy(key);
        assertThat(store().list()).contains(account).doesNotContain(key);
    }

    @Test
    default void itIsReady() {
        assertThatCode(() -> store().requireReady()).doesNotThrowAnyException();
    }

    static void assertFails(ThrowingCallable call, SecretStoreProblem.Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SecretStoreProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(reason));
    }

    static SecretPath anyPath() {
        return SecretPath.ofKey(UUID.randomUUID(), UUID.randomUUID());
    }

    private boolean writes(SecretPath path, String secret) {
        try {
            store().write(path, 0, Secret.of(secret));
            return true;
        } catch (SecretStoreProblem problem) {
            assertThat(problem.reason()).isEqualTo(SecretStoreProblem.Reason.CONFLICT);
            return false;
        }
    }
}
