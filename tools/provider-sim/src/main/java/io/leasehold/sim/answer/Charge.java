package io.leasehold.sim.answer;

import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.Outcome;
import io.leasehold.sim.ledger.Rate;
import io.leasehold.sim.ledger.Tokens;
import io.leasehold.sim.provider.World;

/**
 * Puts one request on the bill: its whole input, and the output that was produced.
 *
 * @param input tokens without output
 * @param startedAt epoch milliseconds
 * @param afterwards runs once the request is on the bill
 */
public record Charge(
        World world,
        SimKey key,
        Rate rate,
        Tokens input,
        long serial,
        boolean streamed,
        long startedAt,
        Runnable afterwards) {

    void settle(int produced, Outcome outcome) {
        Tokens tokens = input.withOutput(produced);
        world.ledger()
                .append(new LedgerRow(
                        serial,
                        key.id(),
                        key.workspaceId(),
                        rate,
                        tokens,
                        rate.cost(tokens).nanos(),
                        outcome,
                        streamed,
                        startedAt,
                        world.clock().millis(),
                        1));
        afterwards.run();
    }
}
