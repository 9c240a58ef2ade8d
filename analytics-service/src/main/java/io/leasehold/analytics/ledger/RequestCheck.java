package io.leasehold.analytics.ledger;

import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.consume.PermanentEventException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Whether a request can be counted. What can't is put aside at once, so that it does not hold up the others. */
final class RequestCheck {
    /** As far back as anyone may ask. */
    private static final Duration OLDEST = Duration.ofDays(400);
    /** Clocks differ, but not by more. */
    private static final Duration NEWEST = Duration.ofDays(1);

    private RequestCheck() {}

    /** @throws PermanentEventException when it can't */
    static void check(RequestCompleted request, Instant now) {
        if (!isComplete(request)) {
            throw new PermanentEventException("A field that every request has is missing");
        }
        Instant admitted = request.admittedAt();
        if (admitted.isBefore(now.minus(OLDEST)) || admitted.isAfter(now.plus(NEWEST))) {
            throw new PermanentEventException("admitted_at is outside of what the ledger keeps: " + admitted);
        }
        if (hasNegative(request.tokens()) || request.latency().total() < 0) {
            throw new PermanentEventException("Tokens and latencies can't be negative");
        }
    }

    /** The record's types say so, but it was read from outside. */
    private static boolean isComplete(RequestCompleted request) {
        return Stream.of(
                        request.requestId(),
                        request.workspaceId(),
                        request.nodeId(),
                        request.keyId(),
                        request.accountId(),
                        request.provider(),
                        request.model(),
                        request.tags(),
                        request.admittedAt(),
                        request.completedAt(),
                        request.tokens(),
                        request.usageSource(),
                        request.latency())
                .noneMatch(java.util.Objects::isNull);
    }

    private static boolean hasNegative(Tokens tokens) {
        return LongStream.of(
                        tokens.input(),
                        tokens.cacheRead(),
                        tokens.cacheWrite5m(),
                        tokens.cacheWrite1h(),
                        tokens.output(),
                        tokens.reasoning(),
                        tokens.audioIn(),
                        tokens.audioOut(),
                        tokens.image())
                .anyMatch(count -> count < 0);
    }
}
