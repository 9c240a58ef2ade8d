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

    /**
     * The first failure; null when all went well. A credential that may read costs and no keys is a good one: keys that
     * can't be listed are told of at their part, and keep no figures from being fresh.
     */
    @Nullable
    PollFailure failure() {
        return parts.entrySet().stream()
                .filter(part -> part.getKey() != PollPart.KEYS || parts.size() == 1)
                .flatMap(part -> part.getValue().stream())
                .findFirst()
                .orElse(null);
    }

    boolean anythingGood() {
        return parts.values().stream().anyMatch(Optional::isEmpty);
    }
}
