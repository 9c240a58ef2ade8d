package io.leasehold.sim.openrouter;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.NanoUsd;
import io.leasehold.sim.provider.World;
import java.math.BigDecimal;

/** {@code GET /credits}: what the account has bought and used. */
final class CreditsEndpoint {
    private final World world;
    private final OpenRouterCalls calls;

    CreditsEndpoint(World world, OpenRouterCalls calls) {
        this.world = world;
        this.calls = calls;
    }

    record Credits(BigDecimal totalCredits, BigDecimal totalUsage) {}

    void get(Exchange exchange) {
        calls.report(exchange, () -> new Envelope(new Credits(Account.CREDITS, used())));
    }

    private BigDecimal used() {
        return world.ledger().rows().stream()
                .filter(row -> row.provider() == Provider.OPENROUTER)
                .map(LedgerRow::cost)
                .reduce(NanoUsd.ZERO, NanoUsd::plus)
                .dollars();
    }
}
