package io.leasehold.distribution.direct;

import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.CostReported;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.consume.PermanentEventException;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeps what providers report that keys cost. Whose keys it can't be told of has no figures, rather than wrong ones. */
@Singleton
class BillConsumer implements EventHandler {
    private static final Duration DAY = Duration.ofDays(1);

    private final Clock clock;

    BillConsumer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bills";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.USAGE);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        batch.stream()
                .map(ReceivedEvent::data)
                .filter(CostReported.class::isInstance)
                .map(CostReported.class::cast)
                .map(BillConsumer::checked)
                .flatMap(report -> told(report).stream())
                .forEach(told -> {
                    BillStore.put(handle, told);
                    DirectUseStore.lookSoon(handle, told.workspaceId(), told.accountId(), clock.instant());
                });
    }

    /** The record's types say so, but it was read from outside. What else may be missing, the database refuses. */
    private static CostReported checked(CostReported report) {
        List<CostReported.Line> lines = report.lines();
        if (Objects.isNull(lines) || lines.stream().anyMatch(Objects::isNull)) {
            throw new PermanentEventException("A report without its lines says nothing");
        }
        return report;
    }

    private static Optional<BillStore.Told> told(CostReported report) {
        boolean isDay = report.from().equals(BillReading.dayOf(report.from()))
                && report.to().equals(report.from().plus(DAY));
        if (!isDay) {
            return Optional.empty();
        }
        CostReported.Estimate estimate = report.estimate();
        if (isPerKey(report)) {
            return Optional.of(charged(report));
        }
        return estimate == null ? Optional.empty() : Optional.of(estimated(report, estimate));
    }

    private static boolean isPerKey(CostReported report) {
        Boolean said = report.perKey();
        return said == null ? report.lines().stream().anyMatch(line -> line.providerKeyId() != null) : said;
    }

    private static BillStore.Told charged(CostReported report) {
        Map<UUID, BigDecimal> amounts = new HashMap<>();
        Set<UUID> unknown = new HashSet<>();
        for (CostReported.Line line : report.lines()) {
            UUID keyId = line.keyId();
            BigDecimal usd = line.inUsd();
            if (keyId != null && usd != null) {
                amounts.merge(keyId, usd, BigDecimal::add);
            } else if (keyId != null) {
                unknown.add(keyId);
            }
        }
        return told(report, report.asOf(), amounts, unknown, false);
    }

    private static BillStore.Told estimated(CostReported report, CostReported.Estimate estimate) {
        Map<UUID, BigDecimal> amounts = new HashMap<>();
        Set<UUID> unknown = new HashSet<>();
        for (CostReported.KeyCost key : estimate.keys()) {
            BigDecimal amount = key.amount();
            if (amount == null) {
                unknown.add(key.keyId());
            } else {
                amounts.put(key.keyId(), amount);
            }
        }
        return told(report, estimate.asOf(), amounts, unknown, true);
    }

    private static BillStore.Told told(
            CostReported report, Instant asOf, Map<UUID, BigDecimal> amounts, Set<UUID> unknown, boolean estimated) {
        unknown.forEach(amounts::remove);
        return new BillStore.Told(
                report.workspaceId(), report.accountId(), report.from(), asOf, amounts, unknown, estimated);
    }
}
