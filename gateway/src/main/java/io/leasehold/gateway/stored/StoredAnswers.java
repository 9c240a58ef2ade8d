package io.leasehold.gateway.stored;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answers that providers keep and that this replica has given, or has asked about, and whose they are. Nothing is
 * remembered unless it is switched on. From any thread.
 */
@Singleton
public class StoredAnswers {
    private final boolean on;
    private final int most;
    private final Duration keep;
    private final Clock clock;
    private final Map<Name, StoredAnswer> byName = new LinkedHashMap<>();

    /** Providers number their answers, each for itself. */
    private record Name(UUID workspaceId, String provider, String id) {}

    public StoredAnswers(StoredConfig config, Clock clock) {
        this.on = config.responses();
        this.most = config.most();
        this.keep = config.keep();
        this.clock = clock;
    }

    /** Whether requests may go on from any. */
    public boolean areReached() {
        return on;
    }

    /** An answer was given. */
    public void given(UUID workspaceId, String provider, String id, UUID leaseId, UUID keyId) {
        if (on) {
            put(new Name(workspaceId, provider, id), new StoredAnswer(leaseId, keyId, clock.instant(), null));
        }
    }

    /** One was given by another replica, or so long ago that it was forgotten here. @return what is known of it now */
    StoredAnswer given(UUID workspaceId, String provider, String id, UUID leaseId, UUID keyId, byte @Nullable [] link) {
        StoredAnswer answer = new StoredAnswer(leaseId, keyId, clock.instant(), link);
        put(new Name(workspaceId, provider, id), answer);
        return answer;
    }

    private synchronized void put(Name name, StoredAnswer answer) {
        StoredAnswer known = byName.get(name);
        if (known != null && isOver(known)) {
            byName.remove(name);
        }
        byName.putIfAbsent(name, answer);
        var oldest = byName.entrySet().iterator();
        while (oldest.hasNext()) {
            StoredAnswer first = oldest.next().getValue();
            if (byName.size() <= most && first.at().plus(keep).isAfter(answer.at())) {
                return;
            }
            oldest.remove();
        }
    }

    /** What links it to others is known now. */
    public void link(UUID workspaceId, String provider, String id, byte[] link) {
        if (on) {
            put(new Name(workspaceId, provider, id), link);
        }
    }

    private synchronized void put(Name name, byte[] link) {
        byName.computeIfPresent(
                name, (same, known) -> new StoredAnswer(known.leaseId(), known.keyId(), known.at(), link));
    }

    /** One that this lease was given; null for any other, and for one that is forgotten. */
    public @Nullable StoredAnswer find(UUID workspaceId, String provider, String id, UUID leaseId) {
        StoredAnswer known = known(new Name(workspaceId, provider, id));
        return known == null || !known.leaseId().equals(leaseId) || isOver(known) ? null : known;
    }

    private synchronized @Nullable StoredAnswer known(Name name) {
        return byName.get(name);
    }

    private boolean isOver(StoredAnswer known) {
        Instant until = known.at().plus(keep);
        return !clock.instant().isBefore(until);
    }
}
