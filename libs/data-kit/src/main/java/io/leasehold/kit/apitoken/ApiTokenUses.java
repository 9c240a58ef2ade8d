package io.leasehold.kit.apitoken;

import io.leasehold.contracts.event.ApiTokenUsed;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.workspace.KnownApiToken;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tells which API tokens are in use, for each one and hour once: who cleans up wants no more, and calls are many. */
@Singleton
class ApiTokenUses {
    private final Database database;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<UUID, Use> uses = new ConcurrentHashMap<>();

    ApiTokenUses(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Use(UUID workspaceId, Instant hour, boolean told) {
        Use asTold() {
            return new Use(workspaceId, hour, true);
        }
    }

    void note(KnownApiToken token, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        uses.compute(
                token.token().tokenId(),
                (id, known) -> known != null && known.hour().equals(hour)
                        ? known
                        : new Use(token.workspace().id(), hour, false));
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        Map<UUID, Use> untold = uses.entrySet().stream()
                .filter(use -> !use.getValue().told())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!untold.isEmpty()) {
            database.useSystem(handle -> untold.forEach((tokenId, use) -> outbox.append(
                    handle, EventType.API_TOKEN_USED, new ApiTokenUsed(use.workspaceId(), tokenId, use.hour()))));
            untold.forEach((tokenId, use) -> uses.replace(tokenId, use, use.asTold()));
        }
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        uses.values().removeIf(use -> use.told() && use.hour().isBefore(hour));
    }
}
