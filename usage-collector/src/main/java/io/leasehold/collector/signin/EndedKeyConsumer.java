package io.leasehold.collector.signin;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Whose key is ended elsewhere is not signed in any more. */
@Singleton
class EndedKeyConsumer implements EventHandler {
    private static final Set<KeyState> IN_USE = Set.of(KeyState.ACTIVE, KeyState.DISABLED, KeyState.DRAINING);

    @Override
    public String name() {
        return "sign-ins";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.KEYS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof KeyView key
                    && key.provider().equals(GitHub.PROVIDER)
                    && !IN_USE.contains(key.state())) {
                SignInStore.keyEnded(
                        handle,
                        key.workspaceId(),
                        key.keyId(),
                        "The key '%s' is %s.".formatted(key.name(), key.state().wireName()));
            }
        }
    }
}
