package io.leasehold.distribution.key;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.FailedTry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A provider refused a key.
 *
 * <p>Public, as JDBI binds the methods of public types only.
 *
 * @param secretVersion of the secret that was refused; another one begins anew
 * @param status what the provider answered
 * @param until others are leased before it
 */
public record KeyTrouble(UUID workspaceId, UUID keyId, int secretVersion, int status, Instant until) {
    /** Until somebody has put it right. Whoever goes on using it tells of it again. */
    private static final Duration BROKEN = Duration.ofMinutes(10);

    private static final Duration BUSY = Duration.ofMinutes(1);

    /** What a request tells of the keys that it was sent with. */
    static Stream<KeyTrouble> of(RequestCompleted request) {
        Stream<KeyTrouble> before = request.failedTries().stream().flatMap(each -> of(request, each).stream());
        FailedTry last = new FailedTry(request.keyId(), request.secretVersion(), request.status());
        return Stream.concat(before, of(request, last).stream());
    }

    private static Optional<KeyTrouble> of(RequestCompleted request, FailedTry failed) {
        Integer status = failed.status();
        return status == null
                ? Optional.empty()
                : lasting(status)
                        .map(length -> new KeyTrouble(
                                request.workspaceId(),
                                failed.keyId(),
                                failed.secretVersion(),
                                status,
                                request.completedAt().plus(length)));
    }

    /** A 403 may be about what was asked for, and a 5xx is about the provider. */
    private static Optional<Duration> lasting(int status) {
        return switch (status) {
            // 498 is how Cohere calls a token invalid.
            case 401, 402, 498 -> Optional.of(BROKEN);
            case 429 -> Optional.of(BUSY);
            default -> Optional.empty();
        };
    }
}
