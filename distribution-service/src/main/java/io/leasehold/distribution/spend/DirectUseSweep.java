package io.leasehold.distribution.spend;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.notice.NoticeKind;
import io.leasehold.distribution.notice.Notices;
import io.leasehold.kit.database.Database;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Has nodes told when nothing is left of a limit of the key that they hold. Runs on every replica; each window is told once. */
@Singleton
class DirectUseSweep {
    private final Database database;
    private final Clock clock;

    DirectUseSweep(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        Instant now = clock.instant();
        List<DirectUseStore.HeldKey> keys = database.asSystem(handle -> DirectUseStore.listHeld(handle, now));
        for (DirectUseStore.HeldKey key : keys) {
            database.useSystem(handle -> tell(handle, key, now));
        }
    }

    private static void tell(Handle handle, DirectUseStore.HeldKey key, Instant now) {
        for (WindowKey window : KeySpend.usedUp(handle, key.workspaceId(), key.keyId(), now)) {
            if (DirectUseStore.claim(handle, window)) {
                tell(handle, window, now);
            }
        }
    }

    private static void tell(Handle handle, WindowKey window, Instant now) {
        Map<String, String> data = Map.of(
                "scope", window.scope().wireName(),
                "scope_id", window.scopeId(),
                "period", window.period().wireName());
        for (UUID nodeId : DirectUseStore.holders(handle, window, now)) {
            Notices.write(handle, window.workspaceId(), nodeId, NoticeKind.LIMIT_REACHED, data, now);
        }
    }
}
