package io.leasehold.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.contracts.event.LeaseView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final List<String> ANY_MODEL = List.of("claude-opus-5");

    private final Cooldowns cooldowns = new Cooldowns(Clock.fixed(NOW, ZoneOffset.UTC));
    private final Keys keys = new Keys(cooldowns);
    private final UUID workspace = UUID.randomUUID();
    private final UUID own = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void theLeasesOwnKeyComesFirst() {
        put(own, KeyState.ACTIVE, 1);
        put(other, KeyState.ACTIVE, 1);

        assertThat(chosen()).isEqualTo(own);
    }

    @Test
    void anotherOfThePoolTakesOverWhereTheOwnOneMayNotBeUsed() {
        put(own, KeyState.REVOKING, 1);
        put(other, KeyState.ACTIVE, 1);

        assertThat(chosen()).isEqualTo(other);
    }

    @Test
    void aDrainingKeyServesItsOwnLeasesAsLongAsThereIsNoOther() {
        put(own, KeyState.DRAINING, 1);
        assertThat(chosen()).isEqualTo(own);

        put(other, KeyState.ACTIVE, 1);
        assertThat(chosen()).isEqualTo(other);
    }

    @Test
    void aKeyThatWasRefusedComesAfterTheOthers() {
        put(own, KeyState.ACTIVE, 1);
        cool(own);
        assertThat(chosen()).isEqualTo(own);

        put(other, KeyState.ACTIVE, 1);
        assertThat(chosen()).isEqualTo(other);

        cool(other);
        assertThat(chosen()).isEqualTo(own);
    }

    @Test
    void anotherSecretBeginsAnew() {
        keys.put(key(workspace, own, KeyState.ACTIVE, 1, 1, List.of()));
        put(other, KeyState.ACTIVE, 1);
        cool(own);

        keys.put(key(workspace, own, KeyState.ACTIVE, 2, 2, List.of()));

        assertThat(chosen()).isEqualTo(own);
    }

    @Test
    void insteadOfAKeyThatWasTriedComesOnlyOneThatWasNotRefused() {
        UUID third = UUID.randomUUID();
        put(own, KeyState.ACTIVE, 1);
        put(other, KeyState.ACTIVE, 1);
        put(third, KeyState.ACTIVE, 1);
        cool(other);

        assertThat(keys.chooseInstead(lease(), ANY_MODEL, Set.of(own)))
                .extracting(KeyView::keyId)
                .isEqualTo(third);
        assertThat(keys.chooseInstead(lease(), ANY_MODEL, Set.of(own, third))).isNull();
    }

    private void cool(UUID key) {
        cooldowns.begin(Objects.requireNonNull(keys.find(key)), Duration.ofSeconds(1));
    }

    @Test
    void aKeyWhoseSecretIsDestroyedIsNotUsed() {
        put(own, KeyState.ACTIVE, null);

        assertThat(chosen()).isNull();
    }

    @Test
    void keysOfOtherWorkspacesAreOfNoUse() {
        keys.put(key(UUID.randomUUID(), other, KeyState.ACTIVE, 1, 1, List.of()));

        assertThat(chosen()).isNull();
    }

    @Test
    void aKeyForOtherModelsIsNotChosen() {
        keys.put(key(workspace, own, KeyState.ACTIVE, 1, 1, List.of("claude-haiku-4-5")));

        assertThat(chosen()).isNull();
    }

    @Test
    void onlyAKeyWithTheLeasesTagsTakesOver() {
        keys.put(key(workspace, own, KeyState.REVOKING, 1, 1, List.of(), List.of("team:web")));
        put(other, KeyState.ACTIVE, 1);
        assertThat(keys.choose(lease(List.of("team:web")), ANY_MODEL)).isNull();

        UUID tagged = UUID.randomUUID();
        keys.put(key(workspace, tagged, KeyState.ACTIVE, 1, 1, List.of(), List.of("Team:Web")));

        assertThat(keys.choose(lease(List.of("team:web")), ANY_MODEL))
                .extracting(KeyView::keyId)
                .isEqualTo(tagged);
    }

    @Test
    void aKeyOfAPoolTakesOverForNobodyElse() {
        put(own, KeyState.REVOKING, 1);
        keys.put(key(workspace, other, KeyState.ACTIVE, 1, 1, List.of(), List.of("pool:batch")));

        assertThat(chosen()).isNull();
    }

    @Test
    void anOlderViewIsPassedOver() {
        keys.put(key(workspace, own, KeyState.REVOKED, null, 2, List.of()));

        assertThat(keys.put(key(workspace, own, KeyState.ACTIVE, 1, 1, List.of())))
                .isFalse();
        assertThat(chosen()).isNull();
    }

    private @Nullable UUID chosen() {
        KeyView key = keys.choose(lease(), ANY_MODEL);
        return key == null ? null : key.keyId();
    }

    private void put(UUID id, KeyState state, @Nullable Integer secretVersion) {
        keys.put(key(workspace, id, state, secretVersion, 1, List.of()));
    }

    private static KeyView key(
            UUID workspace,
            UUID id,
            KeyState state,
            @Nullable Integer secretVersion,
            long version,
            List<String> models) {
        return key(workspace, id, state, secretVersion, version, models, List.of());
    }

    private static KeyView key(
            UUID workspace,
            UUID id,
            KeyState state,
            @Nullable Integer secretVersion,
            long version,
            List<String> models,
            List<String> tags) {
        return new KeyView(
                id,
                workspace,
                id,
                "anthropic",
                "key",
                state,
                "sk-…",
                "abcd",
                null,
                null,
                secretVersion,
                false,
                models,
                tags,
                null,
                null,
                version,
                NOW,
                NOW);
    }

    private LeaseView lease() {
        return lease(List.of());
    }

    private LeaseView lease(List<String> tags) {
        UUID id = UUID.randomUUID();
        return new LeaseView(
                id,
                workspace,
                id,
                "node-a",
                "anthropic",
                LeaseMode.GATEWAY,
                LeaseState.ACTIVE,
                own,
                null,
                null,
                List.of(),
                null,
                List.of(),
                NOW,
                NOW.plusSeconds(60),
                null,
                null,
                null,
                1,
                tags,
                null,
                null);
    }
}
