package io.leasehold.providers.http;

import io.leasehold.providers.Access;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One circuit breaker per account, so that one that fails holds up no other. An account is an address and a credential,
 * of which only a digest is kept. Only accounts that fail are remembered.
 */
final class Breakers {
    /** Of accounts that failed lately; more are not looked after. */
    private static final int REMEMBERED = 10_000;

    private final BreakerPolicy policy;
    private final LongSupplier nanos;
    private final Map<Account, State> failing = new ConcurrentHashMap<>();

    private record Account(URI baseUrl, String credential) {
        static Account of(Access access) {
            return new Account(access.baseUrl(), access.credential().sha256());
        }
    }

    /** @param openUntil of the monotonic clock; means nothing below the policy's number of failures */
    private record State(int failures, long openUntil) {}

    /** @param nanos a monotonic clock */
    Breakers(BreakerPolicy policy, LongSupplier nanos) {
        this.policy = policy;
        this.nanos = nanos;
    }

    /**
     * How long no call may be made; null where one may be made now. After that time one caller gets through, and the
     * others wait for what comes of it.
     */
    @Nullable
    Duration closedFor(Access access) {
        if (failing.isEmpty()) {
            return null;
        }
        Account account = Account.of(access);
        State state = failing.get(account);
        if (state == null || state.failures() < policy.failures()) {
            return null;
        }
        long now = nanos.getAsLong();
        long left = state.openUntil() - now;
        State trying = new State(state.failures(), now + policy.openFor().toNanos());
        if (left <= 0 && failing.replace(account, state, trying)) {
            return null;
        }
        return left > 0 ? Duration.ofNanos(left) : policy.openFor();
    }

    /** A call came to an end. */
    void ended(Access access, @Nullable Failure failure) {
        boolean failed = failure == Failure.UNAVAILABLE || failure == Failure.TIMEOUT;
        if (!failed && failing.isEmpty()) {
            return;
        }
        Account account = Account.of(access);
        if (!failed) {
            failing.remove(account);
        } else if (failing.size() < REMEMBERED || failing.containsKey(account)) {
            long openUntil = nanos.getAsLong() + policy.openFor().toNanos();
            failing.merge(
                    account, new State(1, openUntil), (before, first) -> new State(before.failures() + 1, openUntil));
        }
    }
}
