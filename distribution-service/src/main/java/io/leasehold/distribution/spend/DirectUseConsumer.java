package io.leasehold.distribution.spend;

import io.leasehold.contracts.Scope;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.limit.ScopeKey;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Learns from providers' charges what is spent with keys that nodes hold themselves. */
@Singleton
class DirectUseConsumer implements EventHandler {
    private static final String USD = "USD";
    private static final int SCALE = 9;

    private final Clock clock;

    DirectUseConsumer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "direct-use";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.USAGE);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        // What is older than the ledger can't be told from what was settled here.
        Instant oldest = clock.instant().minus(LedgerStore.KEPT);
        for (ReceivedEvent event : batch) {
            if (event.data() instanceof CostReported report && report.from().isAfter(oldest)) {
                take(handle, report);
            }
        }
    }

    /** Each of the account's keys that nodes may hold gets a figure, so that none goes on at a pace of before. */
    private static void take(Handle handle, CostReported report) {
        List<UUID> keys = DirectUseStore.heldKeys(handle, report.workspaceId(), report.accountId());
        if (keys.isEmpty()) {
            return;
        }
        Map<UUID, BigDecimal> charged = charged(report);
        Instant until = report.asOf().isBefore(report.to()) ? report.asOf() : report.to();
        Map<UUID, BigDecimal> settled = LedgerStore.sumByKey(handle, report.workspaceId(), keys, report.from(), until);
        for (UUID key : keys) {
            put(
                    handle,
                    report,
                    key,
                    charged.getOrDefault(key, BigDecimal.ZERO),
                    settled.getOrDefault(key, BigDecimal.ZERO));
        }
    }

    /** A charge in another currency has no rate here. */
    private static Map<UUID, BigDecimal> charged(CostReported report) {
        return report.lines().stream()
                .filter(line -> line.keyId() != null && USD.equals(line.currency()))
                .collect(Collectors.toMap(CostReported.Line::keyId, CostReported.Line::amount, BigDecimal::add));
    }

    private static void put(Handle handle, CostReported report, UUID key, BigDecimal charged, BigDecimal settled) {
        Optional<DirectCharge> before = DirectUseStore.find(handle, report.workspaceId(), key, report.from());
        if (before.isPresent() && before.get().asOf().isAfter(report.asOf())) {
            return;
        }
        BigDecimal untold = charged.subtract(settled).max(BigDecimal.ZERO).setScale(SCALE, RoundingMode.UP);
        DirectUseStore.put(
                handle,
                new DirectCharge(
                        report.workspaceId(),
                        key,
                        report.from(),
                        report.to(),
                        charged,
                        untold,
                        report.complete()
                                ? BigDecimal.ZERO
                                : DirectCharge.pace(before.orElse(null), report.from(), untold, report.asOf()),
                        report.asOf()));
        if (untold.signum() > 0) {
            LimitStore.noteDirectUse(handle, new ScopeKey(report.workspaceId(), Scope.KEY, key.toString()));
        }
    }
}
