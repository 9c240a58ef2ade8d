package io.leasehold.key.price;

import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.PriceOverridesView;
import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import io.leasehold.key.provider.ProviderDirectory;
import io.leasehold.key.workspace.WorkspaceChanges;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.outbox.Outbox;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.price.PriceOverrideStore;
import io.leasehold.kit.problem.ConflictProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The prices that a workspace has set for itself. All of them are one aggregate: every change is a new version of it. */
@ApplicationScoped
class PriceOverrideService {
    private final Database database;
    private final WorkspaceChanges workspaces;
    private final ProviderDirectory providers;
    private final Outbox outbox;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Clock clock;

    PriceOverrideService(
            Database database,
            WorkspaceChanges workspaces,
            ProviderDirectory providers,
            Outbox outbox,
            Audit audit,
            Idempotency idempotency,
            Clock clock) {
        this.database = database;
        this.workspaces = workspaces;
        this.providers = providers;
        this.outbox = outbox;
        this.audit = audit;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** The newest first. */
    Page<PriceOverride> list(Caller caller, PageRequest request) {
        UUID after = request.positionId().orElse(null);
        List<PriceOverride> wanted =
                database.inWorkspace(caller.workspaceId(), handle -> find(handle, caller)).overrides().stream()
                        .sorted(Comparator.comparing((PriceOverride each) ->
                                        each.overrideId().toString())
                                .reversed())
                        .filter(each ->
                                after == null || each.overrideId().toString().compareTo(after.toString()) < 0)
                        .limit(request.oneMore())
                        .toList();
        return Page.of(wanted, request, each -> each.overrideId().toString());
    }

    PriceOverride get(Caller caller, UUID id) {
        return require(database.inWorkspace(caller.workspaceId(), handle -> find(handle, caller)), id);
    }

    /** @throws ConflictProblem where there is one for the same time already, or there are too many */
    PriceOverrideAnswer add(Caller caller, PriceOverrideRequest request) {
        providers.named(request.provider());
        PriceOverride added = PriceOverrideRules.check(Ids.next(), request, clock.instant());
        return database.inWorkspace(caller.workspaceId(), handle -> {
            PriceOverridesView before = lock(handle, caller);
            PriceOverrideRules.requireFits(added, before.overrides());
            put(
                    handle,
                    before,
                    Stream.concat(before.overrides().stream(), Stream.of(added)).toList());
            record(handle, caller, "price.add", added);
            PriceOverrideAnswer answer = PriceOverrideAnswer.of(added);
            idempotency.keep(handle, Response.Status.CREATED, answer.location(), answer);
            return answer;
        });
    }

    /** @throws ConflictProblem where there is another one for the same time */
    PriceOverride replace(Caller caller, UUID id, PriceOverrideRequest request) {
        providers.named(request.provider());
        return database.inWorkspace(caller.workspaceId(), handle -> {
            PriceOverridesView before = lock(handle, caller);
            PriceOverride former = require(before, id);
            PriceOverride changed = PriceOverrideRules.check(id, request, former.validFrom());
            List<PriceOverride> others = without(before, id);
            PriceOverrideRules.requireFits(changed, others);
            put(
                    handle,
                    before,
                    Stream.concat(others.stream(), Stream.of(changed)).toList());
            record(handle, caller, "price.update", changed);
            return changed;
        });
    }

    void delete(Caller caller, UUID id) {
        database.useWorkspace(caller.workspaceId(), handle -> {
            PriceOverridesView before = lock(handle, caller);
            PriceOverride deleted = require(before, id);
            put(handle, before, without(before, id));
            record(handle, caller, "price.delete", deleted);
        });
    }

    private static PriceOverride require(PriceOverridesView view, UUID id) {
        return view.overrides().stream()
                .filter(each -> each.overrideId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundProblem("price override", id));
    }

    private static List<PriceOverride> without(PriceOverridesView view, UUID id) {
        return view.overrides().stream()
                .filter(each -> !each.overrideId().equals(id))
                .toList();
    }

    /** One change of a workspace's prices at a time. */
    private PriceOverridesView lock(Handle handle, Caller caller) {
        workspaces.lock(handle, caller.workspaceId());
        return find(handle, caller);
    }

    private PriceOverridesView find(Handle handle, Caller caller) {
        return PriceOverrideStore.find(handle, caller.workspaceId())
                .orElseGet(() -> new PriceOverridesView(caller.workspaceId(), List.of(), 0, clock.instant()));
    }

    /** The last one that goes takes the workspace off the topic; its version goes on counting here. */
    private void put(Handle handle, PriceOverridesView before, List<PriceOverride> overrides) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PriceOverridesView view = new PriceOverridesView(before.workspaceId(), overrides, before.version() + 1, now);
        PriceOverrideStore.put(handle, view);
        outbox.append(handle, EventType.PRICE_OVERRIDES_CHANGED, view);
        if (overrides.isEmpty()) {
            outbox.appendTombstone(handle, EventType.PRICE_OVERRIDES_CHANGED, view.workspaceId(), view.aggregateKey());
        }
    }

    private void record(Handle handle, Caller caller, String action, PriceOverride override) {
        Map<String, String> details = new HashMap<>();
        details.put("provider", override.provider());
        details.put("model", override.model());
        details.put("valid_from", override.validFrom().toString());
        if (override.serviceTier() != null) {
            details.put("service_tier", override.serviceTier());
        }
        if (override.validUntil() != null) {
            details.put("valid_until", override.validUntil().toString());
        }
        TokenPrices.of(override.prices()).said().forEach((name, price) -> details.put(name, price.toPlainString()));
        audit.record(handle, caller, caller.workspaceId(), action, "price_override", override.overrideId(), details);
    }
}
