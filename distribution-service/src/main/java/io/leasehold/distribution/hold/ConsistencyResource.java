package io.leasehold.distribution.hold;

import io.leasehold.distribution.hold.ConsistencyAnswer.Unbalanced;
import io.leasehold.distribution.spend.LedgerCheck;
import io.leasehold.kit.caller.Allow;
import io.leasehold.kit.caller.CurrentCaller;
import io.leasehold.kit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the scheduled checks found last; asking costs nothing. */
@Path("/api/v1/spend/consistency")
@Tag(name = "Spend")
@RunOnVirtualThread
class ConsistencyResource {
    private final BalanceCheck balances;
    private final LedgerCheck ledger;
    private final CurrentCaller caller;

    ConsistencyResource(BalanceCheck balances, LedgerCheck ledger, CurrentCaller caller) {
        this.balances = balances;
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @Allow(Role.ADMIN)
    @Operation(
            summary = "Tell whether what is told of spend is what it adds up to",
            description =
                    "Each replica checks every minute, and the ledger less often the longer it is. What is listed is a fault of ours: please report it.")
    public ConsistencyAnswer get() {
        UUID workspaceId = caller.get().workspaceId();
        BalanceCheck.Checked holds = balances.last();
        Instant ledgerCheckedAt = ledger.checkedAt();
        return new ConsistencyAnswer(
                holds.at(),
                ledgerCheckedAt.equals(Instant.EPOCH) ? null : ledgerCheckedAt,
                Stream.concat(
                                holds.mismatches().stream()
                                        .filter(found ->
                                                found.window().workspaceId().equals(workspaceId))
                                        .flatMap(Unbalanced::of),
                                ledger.mismatches(workspaceId).stream().map(Unbalanced::of))
                        .toList());
    }
}
