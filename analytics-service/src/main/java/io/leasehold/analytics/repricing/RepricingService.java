package io.leasehold.analytics.repricing;

import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.idempotency.Idempotency;
import io.leasehold.kit.page.Page;
import io.leasehold.kit.page.PageRequest;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.kit.problem.NotFoundProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Has history priced again; {@link RepricingRunner} does it. */
@ApplicationScoped
class RepricingService {
    /** Before all ids. */
    private static final UUID FIRST = new UUID(0, 0);

    private final Database database;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Clock clock;

    RepricingService(Database database, Audit audit, Idempotency idempotency, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** Until now at most: what comes later is priced by what holds then. */
    RepricingView begin(Caller caller, RepricingRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant from = request.from().truncatedTo(ChronoUnit.MICROS);
        Instant to = request.to().truncatedTo(ChronoUnit.MICROS);
        requireOrder(from, to, now);
        String reason = request.reason();
        if (!request.isDryRun() && (reason == null || reason.isBlank())) {
            throw new InvalidRequestProblem("reason", "must say why, unless it is a dry run");
        }
        Repricing repricing = new Repricing(
                caller.workspaceId(),
                Ids.next(),
                from,
                to.isAfter(now) ? now : to,
                request.provider(),
                request.model(),
                request.isDryRun(),
                reason,
                now,
                caller.name(),
                null,
                from,
                FIRST,
                RepricingSums.NONE);
        return database.inWorkspace(caller.workspaceId(), handle -> {
            RepricingStore.add(handle, repricing);
            record(handle, caller, repricing);
            RepricingView view = RepricingView.of(repricing);
            idempotency.keep(handle, Response.Status.ACCEPTED, view.location(), view);
            return view;
        });
    }

    RepricingView get(Caller caller, UUID id) {
        return database.inWorkspace(
                        caller.workspaceId(), handle -> RepricingStore.find(handle, caller.workspaceId(), id))
                .map(RepricingView::of)
                .orElseThrow(() -> new NotFoundProblem("repricing", id));
    }

    Page<RepricingView> list(Caller caller, PageRequest page) {
        return Page.of(
                        database.inWorkspace(
                                caller.workspaceId(),
                                handle -> RepricingStore.list(handle, caller.workspaceId(), page)),
                        page,
                        repricing -> repricing.repricingId().toString())
                .map(RepricingView::of);
    }

    private static void requireOrder(Instant from, Instant to, Instant now) {
        if (!from.isBefore(to)) {
            throw new InvalidRequestProblem("from", "must be before 'to', which is " + to);
        }
        if (!from.isBefore(now)) {
            throw new InvalidRequestProblem("from", "must be in the past");
        }
        if (from.isBefore(Instant.EPOCH)) {
            throw new InvalidRequestProblem("from", "must not be before 1970");
        }
    }

    private void record(Handle handle, Caller caller, Repricing repricing) {
        Map<String, String> details = new HashMap<>();
        details.put("from", repricing.beginsAt().toString());
        details.put("to", repricing.endsAt().toString());
        details.put("dry_run", Boolean.toString(repricing.dryRun()));
        put(details, "provider", repricing.provider());
        put(details, "model", repricing.model());
        put(details, "reason", repricing.reason());
        audit.record(
                handle, caller, repricing.workspaceId(), "cost.reprice", "repricing", repricing.repricingId(), details);
    }

    private static void put(Map<String, String> details, String name, @Nullable String value) {
        if (value != null) {
            details.put(name, value);
        }
    }
}
