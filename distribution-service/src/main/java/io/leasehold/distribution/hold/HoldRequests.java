package io.leasehold.distribution.hold;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a replica may ask. A wrong request is a fault of the gateway's code, and changes nothing. */
final class HoldRequests {
    private static final int SCALE = 9;
    private static final int MAX_ASKS = 1_000;

    private HoldRequests() {}

    static void check(GrantRequest request) {
        require(request.replica(), "replica");
        List<Ask> asks = require(request.asks(), "asks");
        if (asks.isEmpty() || asks.size() > MAX_ASKS) {
            throw new InvalidRequestProblem("asks", "must be from 1 to " + MAX_ASKS);
        }
        asks.forEach(HoldRequests::check);
    }

    private static void check(Ask ask) {
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
        require(request.leases(), "leases");
        for (Returned returned : require(request.returned(), "returned")) {
            require(returned.window(), "returned.window");
            checkAmount(returned.amount(), "returned.amount");
        }
    }

    /** One amount per window; as amounts only grow, the highest is the latest. */
    static Map<WindowKey, BigDecimal> latest(List<Returned> returned) {
        return returned.stream().collect(Collectors.toMap(Returned::window, Returned::amount, BigDecimal::max));
    }

    private static void checkAmount(@Nullable BigDecimal amount, String field) {
        BigDecimal given = require(amount, field);
        if (given.signum() < 0 || given.stripTrailingZeros().scale() > SCALE) {
            throw new InvalidRequestProblem(field, "must be an amount with at most " + SCALE + " decimals");
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
