package io.leasehold.collector.ingest;

import io.leasehold.collector.ingest.Judgement.Rejected;
import io.leasehold.collector.ingest.Judgement.Taken;
import io.leasehold.collector.price.PriceLookup;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.UsageReported;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.providers.price.RequestCost;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Takes in what nodes tell of calls of their own. Each call counts once, however often it is told. */
@Singleton
class IngestService {
    private final Database database;
    private final Outbox outbox;
    private final PriceLookup prices;
    private final IngestConfig config;
    private final MeterRegistry metrics;
    private final Clock clock;

    IngestService(
            Database database,
            Outbox outbox,
            PriceLookup prices,
            IngestConfig config,
            MeterRegistry metrics,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.prices = prices;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param calls at most as many as one request may tell of
     * @throws UnknownNodeProblem where nobody was let in with the caller's identity
     */
    IngestOutcome take(Caller caller, List<Call> calls) {
        if (calls.isEmpty()) {
            return IngestOutcome.NOTHING;
        }
        IngestOutcome outcome =
                database.inWorkspace(caller.workspaceId(), handle -> take(handle, caller, distinct(calls)));
        count("accepted", outcome.accepted());
        count("duplicate", outcome.duplicates());
        count("rejected", outcome.rejected().size());
        return outcome;
    }

    private static List<Call> distinct(List<Call> calls) {
        return List.copyOf(calls.stream()
                .collect(Collectors.toMap(Call::id, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values());
    }

    private IngestOutcome take(Handle handle, Caller caller, List<Call> calls) {
        UUID workspaceId = caller.workspaceId();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID nodeId = DirectLeaseStore.findNode(handle, workspaceId, caller.issuer() + "#" + caller.subject())
                .orElseThrow(UnknownNodeProblem::new);
        List<DirectLease> leases = DirectLeaseStore.list(
                handle, workspaceId, nodeId, now.minus(config.mostAge()).minus(config.skew()));
        Judge judge = new Judge(now, config.mostAge(), config.skew(), config.patience());
        List<Judgement> judged =
                calls.stream().map(call -> judge.judge(call, leases)).toList();
        Map<String, Taken> taken = judged.stream()
                .filter(Taken.class::isInstance)
                .map(Taken.class::cast)
                .collect(Collectors.toMap(each -> each.call().id(), Function.identity()));
        Set<String> news = ReportStore.add(handle, workspaceId, nodeId, List.copyOf(taken.keySet()), now);
        CallPricing pricing = new CallPricing(prices.of(handle, workspaceId));
        taken.forEach((id, call) -> {
            if (news.contains(id)) {
                tell(handle, workspaceId, nodeId, call, pricing, now);
            }
        });
        return new IngestOutcome(news.size(), taken.size() - news.size(), rejected(judged));
    }

    private static List<Rejected> rejected(List<Judgement> judged) {
        return judged.stream()
                .filter(Rejected.class::isInstance)
                .map(Rejected.class::cast)
                .toList();
    }

    private void tell(Handle handle, UUID workspaceId, UUID nodeId, Taken taken, CallPricing pricing, Instant now) {
        Call call = taken.call();
        DirectLease lease = taken.lease();
        RequestCost cost = pricing.cost(call, lease.provider());
        outbox.append(
                handle,
                EventType.USAGE_REPORTED,
                new UsageReported(
                        Ids.next(),
                        workspaceId,
                        lease.leaseId(),
                        nodeId,
                        lease.keyId(),
                        lease.accountId(),
                        lease.provider(),
                        call.model(),
                        call.requestedModel(),
                        lease.domain(),
                        lease.userName(),
                        call.agent(),
                        call.conversation(),
                        call.operation(),
                        call.streamed(),
                        call.startedAt(),
                        call.endedAt(),
                        call.status(),
                        call.errorType(),
                        call.tokens(),
                        cost.amount(),
                        cost.reason(),
                        cost.priceVersion(),
                        call.providerRequestId(),
                        now,
                        CallPricing.terms(call)));
    }

    private void count(String result, int calls) {
        Counter.builder("leasehold.usage.reports")
                .description("Calls that nodes told of")
                .tag("result", result)
                .register(metrics)
                .increment(calls);
    }
}
