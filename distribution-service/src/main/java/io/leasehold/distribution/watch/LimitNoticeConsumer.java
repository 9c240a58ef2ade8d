package io.leasehold.distribution.watch;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LimitsView;
import io.leasehold.distribution.notice.NoticeKind;
import io.leasehold.distribution.notice.Notices;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Has nodes told when limits change that their leases count for. */
@Singleton
class LimitNoticeConsumer implements EventHandler {
    /** The topic keeps every limit that there is; who was not told in time looks at what there is. */
    private static final Duration NEWS = Duration.ofMinutes(10);

    private final Clock clock;

    LimitNoticeConsumer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.LIMITS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        Instant now = clock.instant();
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof LimitsView limits && event.time().isAfter(now.minus(NEWS))) {
                write(handle, limits, now);
            }
        }
    }

    private static void write(Handle handle, LimitsView limits, Instant now) {
        Map<String, String> data = Map.of("scope", limits.scope().wireName(), "scope_id", limits.scopeId());
        if (limits.scope() == Scope.WORKSPACE) {
            Notices.write(handle, limits.workspaceId(), null, NoticeKind.LIMITS_CHANGED, data, now);
            return;
        }
        for (UUID nodeId : ConcernedNodes.of(handle, limits, now)) {
            Notices.write(handle, limits.workspaceId(), nodeId, NoticeKind.LIMITS_CHANGED, data, now);
        }
    }
}
