package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.hold.AskedWindows.Asked;
import io.leasehold.distribution.limit.LeaseLimit;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.rate.RateShares;
import io.leasehold.distribution.together.Together;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Lends slices of windows to replicas. Everybody locks in the same order, so that nobody waits in a circle: the replicas in
 * the order of their ids, then the windows in the order of their keys; a hold belongs to its window's lock. All replicas
 * share some windows, such as the workspace's, so that calls which come at the same moment are answered in one transaction.
 */
@ApplicationScoped
public class Arbiter {
    /** How many windows are locked together, when much is asked for or given back at once. */
    private static final int BATCH = 500;

    private static final String EVERYBODY = "everybody";

    private final Database database;
    private final HoldConfig config;
    private final Clock clock;
    private final Together<GrantRequest, Optional<GrantAnswer>> grants;

    Arbiter(Database database, HoldConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.grants = new Together<>(this::grantAll, request -> EVERYBODY, Arbiter::windows, BATCH);
    }

    /** Grants what the windows allow, each ask by itself; a replica reserves in all of them or in none. */
    public GrantAnswer grant(GrantRequest request) {
        HoldRequests.check(request);
        return grants.ask(request).orElseThrow(ReplicaClosedProblem::new);
    }

    private static int windows(GrantRequest request) {
        return request.asks().size() + request.shares().size();
    }

    /** @return an answer for each request and in that order; empty where the replica's holds ran out before */
    private List<Optional<GrantAnswer>> grantAll(List<GrantRequest> requests) {
        return database.asSystem(handle -> {
            Set<UUID> known = ReplicaStore.renew(
                    handle, requests.stream().map(GrantRequest::replica).collect(Collectors.toSet()));
            List<GrantRequest> open = requests.stream()
                    .filter(request -> known.contains(request.replica()))
                    .toList();
            Iterator<GrantAnswer> answers = open.isEmpty()
                    ? Collections.emptyIterator()
                    : grant(handle, open).iterator();
            return requests.stream()
                    .map(request -> known.contains(request.replica())
                            ? Optional.of(answers.next())
                            : Optional.<GrantAnswer>empty())
                    .toList();
        });
    }

    private List<GrantAnswer> grant(Handle handle, List<GrantRequest> requests) {
        int replicas = ReplicaStore.countLive(handle, config.term());
        Instant now = clock.instant();
        List<Asked> asked = AskedWindows.of(
                handle,
                requests.stream().flatMap(request -> request.asks().stream()).toList(),
                now);
        Iterator<Asked> ofWindows = asked.iterator();
        List<Grants.Call> calls = requests.stream()
                .map(request -> new Grants.Call(
                        request.replica(),
                        request.asks().stream().map(ask -> ofWindows.next()).toList()))
                .toList();
        Iterator<List<GrantAnswer.Slice>> slices =
                Grants.grant(handle, calls, replicas, now).iterator();
        Iterator<GrantAnswer.Share> shares = RateShares.grant(
                        handle,
                        requests.stream()
                                .flatMap(request -> request.shares().stream())
                                .toList(),
                        config.term().plus(config.margin()),
                        now)
                .iterator();
        return requests.stream()
                .map(request -> new GrantAnswer(
                        (int) config.term().toSeconds(),
                        slices.next(),
                        request.shares().stream().map(ask -> shares.next()).toList(),
                        emergencySeconds()))
                .toList();
    }

    /**
     * Renews all holds of a replica, and takes back what it no longer needs: in steps, as totals may be told again if one
     * of them fails.
     */
    public RenewAnswer renew(RenewRequest request) {
        HoldRequests.check(request);
        List<Returned> returned = HoldRequests.latest(request.returned());
        boolean known = database.asSystem(handle -> ReplicaStore.renew(handle, request.replica()));
        for (int from = 0; known && from < returned.size(); from += BATCH) {
            List<Returned> some = returned.subList(from, Math.min(from + BATCH, returned.size()));
            known = database.asSystem(handle -> takeBack(handle, request.replica(), some));
        }
        return new RenewAnswer((int) config.term().toSeconds(), known, ended(request.leases()), emergencySeconds());
    }

    /** Told to gateways, so that none of them goes on for longer than what is waited for before money is free again. */
    private int emergencySeconds() {
        return (int) config.longestEmergency().toSeconds();
    }

    /** @return false when the replica's holds ran out before */
    private static boolean takeBack(Handle handle, UUID replica, List<Returned> returned) {
        if (!ReplicaStore.renew(handle, replica)) {
            return false;
        }
        List<WindowKey> windows = returned.stream().map(Returned::window).toList();
        WindowBooks books = WindowBooks.lock(handle, windows, Set.of(replica));
        returned.forEach(each -> books.find(each.window()).ifPresent(book -> book.giveBack(replica, each.amount())));
        books.save(handle);
        return true;
    }

    private List<UUID> ended(Collection<UUID> leases) {
        if (leases.isEmpty()) {
            return List.of();
        }
        Map<UUID, LeaseLimit> known = database.asSystem(handle -> LimitStore.ofLeases(handle, leases, clock.instant()));
        return leases.stream()
                .filter(lease -> {
                    LeaseLimit limit = known.get(lease);
                    return limit == null || !limit.usable();
                })
                .toList();
    }
}
