package io.leasehold.distribution.hold;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a replica may ask. A wrong request is a fault of the gateway's code, and changes nothing. */
final class HoldRequests {
    private static final int SCALE = 9;
    private static final int INTEGER_DIGITS = 11;
    private static final int MAX_ASKS = 1_000;

    /** More than was ever lent, and far from what a sum could not hold. */
    private static final long MAX_PERMITS = 1L << 52;

    private HoldRequests() {}

    static void check(GrantRequest request) {
        require(request.replica(), "replica");
        List<Ask> asks = require(request.asks(), "asks");
        int count = asks.size() + request.shares().size();
        if (count == 0 || asks.size() > MAX_ASKS || request.shares().size() > MAX_ASKS) {
            throw new InvalidRequestProblem("asks", "must be from 1 to " + MAX_ASKS);
        }
        asks.forEach(HoldRequests::check);
        request.shares().forEach(HoldRequests::check);
    }

    private static void check(@Nullable ShareAsk given) {
        ShareAsk ask = require(given, "shares");
        require(ask.shareId(), "shares.share_id");
        require(ask.workspaceId(), "shares.workspace_id");
        require(ask.measure(), "shares.measure");
        Scope scope = require(ask.scope(), "shares.scope");
        String scopeId = require(ask.scopeId(), "shares.scope_id");
        if (scope == Scope.LEASE && !isId(scopeId)) {
            throw new InvalidRequestProblem("shares.scope_id", "must be the id of a lease");
        }
        checkPermits(ask.returned(), "shares.returned");
        checkPermits(ask.need(), "shares.need");
        checkPermits(ask.want(), "shares.want");
    }

    private static void checkPermits(long permits, String field) {
        if (permits < 0 || permits > MAX_PERMITS) {
            throw new InvalidRequestProblem(field, "must be from 0 to " + MAX_PERMITS);
        }
    }

    private static void check(@Nullable Ask given) {
        Ask ask = require(given, "asks");
        require(ask.workspaceId(), "asks.workspace_id");
        require(ask.at(), "asks.at");
        Scope scope = require(ask.scope(), "asks.scope");
        if (!AskedWindows.fits(scope, require(ask.period(), "asks.period"))) {
            throw new InvalidRequestProblem("asks.period", "does not go with scope " + scope.wireName());
        }
        String scopeId = require(ask.scopeId(), "asks.scope_id");
        if (scope == Scope.LEASE && !isId(scopeId)) {
            throw new InvalidRequestProblem("asks.scope_id", "must be the id of a lease");
        }
        checkAmount(ask.need(), "asks.need");
        checkAmount(ask.want(), "asks.want");
    }

    static void check(RenewRequest request) {
        require(request.replica(), "replica");
        require(request.leases(), "leases").forEach(lease -> require(lease, "leases"));
        for (Returned each : require(request.returned(), "returned")) {
            Returned returned = require(each, "returned");
            check(require(returned.window(), "returned.window"));
            checkAmount(returned.amount(), "returned.amount");
        }
    }

    private static void check(WindowKey window) {
        require(window.workspaceId(), "returned.window.workspace_id");
        require(window.scope(), "returned.window.scope");
        require(window.scopeId(), "returned.window.scope_id");
        require(window.period(), "returned.window.period");
        require(window.windowStart(), "returned.window.window_start");
    }

    /** One amount per window; as amounts only grow, the highest is the latest. */
    static List<Returned> latest(List<Returned> returned) {
        Map<WindowKey, BigDecimal> amounts = new TreeMap<>();
        returned.forEach(each -> amounts.merge(each.window(), each.amount(), BigDecimal::max));
        return amounts.entrySet().stream()
                .map(entry -> new Returned(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void checkAmount(@Nullable BigDecimal amount, String field) {
        BigDecimal given = require(amount, field);
        BigDecimal plain = given.stripTrailingZeros();
        if (plain.signum() < 0 || plain.scale() > SCALE || plain.precision() - plain.scale() > INTEGER_DIGITS) {
            throw new InvalidRequestProblem(
                    field,
                    "must be an amount of at most %d digits with at most %d decimals".formatted(INTEGER_DIGITS, SCALE));
        }
    }

    private static boolean isId(String text) {
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static <T> T require(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidRequestProblem(field, "is missing");
        }
        return value;
    }
}
