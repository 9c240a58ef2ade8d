package io.leasehold.analytics.ledger;

import io.leasehold.analytics.rollup.TokenColumn;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.kit.consume.PermanentEventException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether a request can be counted. What can't is put aside at once, so that it does not hold up the others. */
final class RequestCheck {
    /** Far beyond what any model takes, and little enough that sums of it always fit. */
    private static final long MOST_TOKENS = 1_000_000_000_000L;

    private RequestCheck() {}

    /** @throws PermanentEventException when it can't */
    static void check(RequestCompleted request, KeptTime kept) {
        if (!isComplete(request)) {
            throw new PermanentEventException("A field that every request has is missing");
        }
        if (!kept.has(request.admittedAt())) {
            throw new PermanentEventException(
                    "admitted_at is outside of what the ledger keeps: " + request.admittedAt());
        }
        if (hasNegative(request)) {
            throw new PermanentEventException("Tokens, costs and latencies can't be negative");
        }
        if (Arrays.stream(TokenColumn.values()).anyMatch(column -> column.of(request.tokens()) > MOST_TOKENS)) {
            throw new PermanentEventException("No request takes as many tokens: " + request.tokens());
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
                .noneMatch(Objects::isNull);
    }

    private static boolean hasNegative(RequestCompleted request) {
        BigDecimal cost = request.cost();
        return (cost != null && cost.signum() < 0)
                || request.latency().total() < 0
                || Arrays.stream(TokenColumn.values()).anyMatch(column -> column.of(request.tokens()) < 0);
    }
}
