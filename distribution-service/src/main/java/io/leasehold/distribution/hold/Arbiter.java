package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantAnswer.Slice;
import io.leasehold.contracts.hold.GrantRequest;
import io.leasehold.contracts.hold.GrantRequest.Ask;
import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.hold.AskedWindows.Asked;
import io.leasehold.distribution.limit.LeaseLimit;
import io.leasehold.distribution.limit.LimitStore;
import io.leasehold.distribution.spend.Window;
import io.leasehold.kit.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Lends slices of windows to replicas. Everybody locks in the same order, so that nobody waits in a circle: the replica,
 * then the windows in the order of their keys; a hold belongs to its window's lock.
 */
@ApplicationScoped
public class Arbiter {
    private final Database database;
    private final HoldConfig config;
    private final Clock clock;

    Arbiter(Database database, HoldConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Grants what the windows allow, each ask by itself; a replica reserves in all of them or in none. */
    public GrantAnswer grant(GrantRequest request) {
        HoldRequests.check(request);
        return database.asSystem(handle -> {
            if (!ReplicaStore.renew(handle, request.replica())) {
                throw new ReplicaClosedProblem();
            }
            List<Asked> asked = AskedWindows.of(handle, request.asks(), clock.instant());
            return new GrantAnswer((int) config.term().toSeconds(), slices(handle, request.replica(), asked));
        });
    }

    private List<Slice> slices(Handle handle, UUID replica, List<Asked> asked) {
        List<Window> limited = asked.stream()
                .filter(Asked::open)
                .map(Asked::window)
                .filter(window -> window.limit() != null)
                .distinct()
                .toList();
        if (limited.isEmpty()) {
            return asked.stream().map(Arbiter::unheld).toList();
        }
        int replicas = ReplicaStore.countLive(handle, config.term());
        WindowBooks books = WindowBooks.open(handle, limited, Set.of(replica));
        List<Slice> slices =
                asked.stream().map(ask -> slice(books, replica, ask, replicas)).toList();
        books.save(handle);
        return slices;
    }

    private static Slice slice(WindowBooks books, UUID replica, Asked asked, int replicas) {
        Window window = asked.window();
        if (window.limit() == null || !asked.open()) {
            return unheld(asked);
        }
        Ask ask = asked.ask();
        WindowBook book = books.get(window.key());
        // The limit may have changed since the windows were looked up; the lock shows how it stands.
        BigDecimal limit = book.window().window().limit();
        if (limit == null) {
            return new Slice(window.key(), window.end(), null, BigDecimal.ZERO, null, false);
        }
        boolean met = book.grant(replica, limit, ask.need(), ask.want(), replicas);
        return new Slice(
                window.key(),
                window.end(),
                limit,
                book.hold(replica).granted(),
                book.window().balance().remaining(limit),
                !met);
    }

    /** Nothing needs to be held where there is no limit, and nothing can be of a lease that has ended. */
    private static Slice unheld(Asked asked) {
        Window window = asked.window();
        BigDecimal remaining = window.limit() == null ? null : BigDecimal.ZERO;
        return new Slice(window.key(), window.end(), window.limit(), BigDecimal.ZERO, remaining, !asked.open());
    }

    /** Renews all holds of a replica, and takes back what it no longer needs. */
    public RenewAnswer renew(RenewRequest request) {
        HoldRequests.check(request);
        return database.asSystem(handle -> {
            boolean known = ReplicaStore.renew(handle, request.replica());
            if (known) {
                takeBack(handle, request.replica(), request.returned());
            }
            return new RenewAnswer((int) config.term().toSeconds(), known, ended(handle, request.leases()));
        });
    }

    private static void takeBack(Handle handle, UUID replica, List<Returned> returned) {
        if (returned.isEmpty()) {
            return;
        }
        Map<WindowKey, BigDecimal> amounts = HoldRequests.latest(returned);
        WindowBooks books = WindowBooks.lock(handle, amounts.keySet(), Set.of(replica));
        books.all().forEach(book -> {
            BigDecimal told = amounts.get(book.key());
            if (told != null) {
                book.giveBack(replica, told);
            }
        });
        books.save(handle);
    }

    private List<UUID> ended(Handle handle, Collection<UUID> leases) {
        if (leases.isEmpty()) {
            return List.of();
        }
        Map<UUID, LeaseLimit> known = LimitStore.ofLeases(handle, leases, clock.instant());
        return leases.stream()
                .filter(lease -> {
                    LeaseLimit limit = known.get(lease);
                    return limit == null || !limit.usable();
                })
                .toList();
    }
}
