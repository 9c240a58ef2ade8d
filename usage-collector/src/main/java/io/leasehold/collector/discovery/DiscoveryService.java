package io.leasehold.collector.discovery;

import io.leasehold.collector.discovery.RunDiscoveryRequest.Wanted;
import io.leasehold.collector.pool.CallersToken;
import io.leasehold.collector.pool.KeyPool;
import io.leasehold.collector.pool.NewKey;
import io.leasehold.collector.pool.PoolKey;
import io.leasehold.collector.pool.PoolRefusedProblem;
import io.leasehold.contracts.ProblemType;
import io.leasehold.discovery.Finding;
import io.leasehold.discovery.Findings;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks for keys, and imports those that are named. Between two looks nothing secret is kept. */
@Singleton
class DiscoveryService {
    private static final String TAG = "discovered";
    private static final int NAMED_BY = 6;

    private final Places places;
    private final KeyPool pool;
    private final Database database;
    private final DiscoveryConfig config;
    private final Audit audit;
    private final Clock clock;

    DiscoveryService(Places places, KeyPool pool, Database database, DiscoveryConfig config, Audit audit, Clock clock) {
        this.places = places;
        this.pool = pool;
        this.database = database;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the last look found. */
    DiscoveryView last(Caller caller) {
        requireChosen(caller);
        return DiscoveryView.of(
                database.inWorkspace(caller.workspaceId(), handle -> DiscoveryStore.list(handle, caller.workspaceId())),
                List.of());
    }

    /** @throws ConflictProblem where the operator has not chosen the caller's workspace */
    DiscoveryView run(Caller caller, CallersToken token, List<Wanted> imports) {
        requireChosen(caller);
        Map<String, Wanted> wanted = imports.stream()
                .collect(Collectors.toMap(Wanted::fingerprint, Function.identity(), (first, again) -> first));
        Findings findings = places.look();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<DiscoveredKey> keys = findings.found().stream()
                .map(found -> take(token, found, wanted.get(found.fingerprint()), now))
                .toList();
        database.useWorkspace(caller.workspaceId(), handle -> {
            DiscoveryStore.replace(handle, caller.workspaceId(), keys);
            audit.record(
                    handle,
                    caller,
                    caller.workspaceId(),
                    "discovery.run",
                    "workspace",
                    caller.workspaceId(),
                    Map.of("found", Integer.toString(keys.size()), "imported", Long.toString(imported(keys))));
        });
        return DiscoveryView.of(keys, findings.troubles());
    }

    private static long imported(List<DiscoveredKey> keys) {
        return keys.stream().filter(key -> key.result().equals("imported")).count();
    }

    private DiscoveredKey take(CallersToken token, Finding found, @Nullable Wanted wanted, Instant now) {
        Optional<PoolKey> there = pool.find(token, found.secret());
        if (there.isPresent()) {
            return key(found, now, there.get(), "already_there", null);
        }
        if (wanted == null) {
            return key(found, now, null, "found", null);
        }
        try {
            return key(found, now, add(token, found, wanted), "imported", null);
        } catch (PoolRefusedProblem refused) {
            return key(found, now, null, "refused", refused.detail());
        }
    }

    private PoolKey add(CallersToken token, Finding found, Wanted wanted) {
        String name = wanted.name() == null
                ? found.provider() + "-" + found.fingerprint().substring(0, NAMED_BY)
                : wanted.name();
        return pool.add(
                token,
                "discovery/" + found.fingerprint() + "/" + wanted.accountId() + "/" + name,
                new NewKey(
                        wanted.accountId(),
                        name,
                        found.secret(),
                        "Found in " + String.join(", ", found.sources()),
                        List.of(TAG)));
    }

    private static DiscoveredKey key(
            Finding found, Instant now, @Nullable PoolKey key, String result, @Nullable String message) {
        return new DiscoveredKey(
                found.fingerprint(),
                found.provider(),
                found.masked(),
                found.sources(),
                now,
                key == null ? null : key.id(),
                key == null ? null : key.name(),
                result,
                message);
    }

    /** What lies about here is the operator's, and of no other workspace's concern. */
    private void requireChosen(Caller caller) {
        boolean chosen =
                config.workspace().filter(caller.workspace().slug()::equals).isPresent();
        if (!chosen) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "This workspace does not look for keys where the service runs. An operator allows it with"
                            + " leasehold.discovery.workspace; on your own machine use: leasehold discover");
        }
    }
}
