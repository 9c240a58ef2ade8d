package io.leasehold.collector.poll;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How each part of a poll went; what was not asked for because an earlier one failed is not in it. */
final class PollOutcome {
    private final Map<PollPart, Optional<PollFailure>> parts = new EnumMap<>(PollPart.class);

    void good(PollPart part) {
        parts.put(part, Optional.empty());
    }

    void failed(PollPart part, PollFailure failure) {
        parts.put(part, Optional.of(failure));
    }

    Map<PollPart, Optional<PollFailure>> parts() {
        return Collections.unmodifiableMap(parts);
    }

    /** The first failure; null when all went well. */
    @Nullable
    PollFailure failure() {
        return parts.values().stream().flatMap(Optional::stream).findFirst().orElse(null);
    }

    boolean anythingGood() {
        return parts.values().stream().anyMatch(Optional::isEmpty);
    }
}
