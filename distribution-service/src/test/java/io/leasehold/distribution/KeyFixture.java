package io.leasehold.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keys as key-service tells of them. */
public record KeyFixture(
        TestWorkspace workspace,
        UUID id,
        String name,
        String provider,
        KeyState state,
        List<String> models,
        List<String> tags,
        boolean directAllowed,
        int secretVersion,
        long version) {

    public static KeyFixture aKey(TestWorkspace workspace) {
        UUID id = UUID.randomUUID();
        return new KeyFixture(
                workspace, id, "key-" + id, "anthropic", KeyState.ACTIVE, List.of(), List.of(), false, 1, 1);
    }

    public KeyFixture withId(UUID otherId) {
        return new KeyFixture(
                workspace, otherId, name, provider, state, models, tags, directAllowed, secretVersion, version);
    }

    public KeyFixture of(String otherProvider) {
        return new KeyFixture(
                workspace, id, name, otherProvider, state, models, tags, directAllowed, secretVersion, version);
    }

    public KeyFixture forModels(String... only) {
        return new KeyFixture(
                workspace, id, name, provider, state, List.of(only), tags, directAllowed, secretVersion, version);
    }

    public KeyFixture tagged(String... all) {
        return new KeyFixture(
                workspace, id, name, provider, state, models, List.of(all), directAllowed, secretVersion, version);
    }

    /** Nodes may be given its secret. */
    public KeyFixture direct() {
        return new KeyFixture(workspace, id, name, provider, state, models, tags, true, secretVersion, version);
    }

    /** The same key with another secret. */
    public KeyFixture rotated() {
        return new KeyFixture(
                workspace, id, name, provider, state, models, tags, directAllowed, secretVersion + 1, version + 1);
    }

    /** The same key after a change. */
    public KeyFixture now(KeyState other) {
        return new KeyFixture(
                workspace, id, name, provider, other, models, tags, directAllowed, secretVersion, version + 1);
    }

    /** Tells the service, and waits until it knows. */
    public KeyFixture told() {
        Events.publish(version == 1 ? EventType.KEY_ADDED : EventType.KEY_STATE_CHANGED, view());
        Await.untilAsserted(() -> assertThat(Sql.one("select version from pool_key where key_id = ?", id))
                .isEqualTo(Long.toString(version)));
        return this;
    }

    private KeyView view() {
        return new KeyView(
                id,
                workspace.id(),
                UUID.randomUUID(),
                provider,
                name,
                state,
                "sk-…9fQ2",
                "9fQ2",
                null,
                null,
                secretVersion,
                directAllowed,
                models,
                tags,
                null,
                null,
                version,
                Instant.now(),
                Instant.now());
    }
}
