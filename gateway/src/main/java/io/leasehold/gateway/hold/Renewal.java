package io.leasehold.gateway.hold;

import io.leasehold.contracts.hold.RenewAnswer;
import io.leasehold.contracts.hold.RenewRequest;
import io.leasehold.contracts.hold.RenewRequest.Returned;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps all holds for another term, in one call, and gives back in it what lies idle. Control loop only, except for
 * {@link #used}.
 */
final class Renewal {
    private static final Logger LOG = Logger.getLogger(Renewal.class);
    private static final int MAX_RETURNED = 1_000;

    private final Arbiter arbiter;
    private final Supplier<Slices> slices;
    private final Runnable forget;
    private final Consumer<UUID> leaseEnded;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final AtomicReference<Set<UUID>> used = new AtomicReference<>(ConcurrentHashMap.newKeySet());
    private final Reach reach = new Reach("renewal of holds");
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean renewing;

    /** @param forget told when the arbiter has given up on this replica's holds */
    Renewal(
            Arbiter arbiter,
            Supplier<Slices> slices,
            Runnable forget,
            Consumer<UUID> leaseEnded,
            Clock clock,
            LongSupplier nanoTime) {
        this.arbiter = arbiter;
        this.slices = slices;
        this.forget = forget;
        this.leaseEnded = leaseEnded;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /** A lease that was used is looked at again by the arbiter with the next renewal. Any thread. */
    void used(UUID leaseId) {
        used.get().add(leaseId);
    }

    /** Gives back what nobody has reserved from for that long, at once. */
    void returnIdle(Duration idleAfter) {
        Slices mine = slices.get();
        mine.giveBackIdle(nanoTime.getAsLong(), idleAfter.toNanos(), clock.instant());
        if (!unacknowledged(mine).isEmpty()) {
            renew(() -> {});
        }
    }

    /** Gives back everything that no admitted request can still cost; the last thing a replica does. */
    Future<Void> returnAll() {
        Slices mine = slices.get();
        mine.giveBackAll();
        return unacknowledged(mine).isEmpty()
                ? Future.succeededFuture()
                : send(mine).compose(answer -> returnAll());
    }

    /** @param then called when the arbiter has answered, to this renewal or to one that is on its way already */
    void renew(Runnable then) {
        Slices mine = slices.get();
        if (mine.count() == 0 && used.get().isEmpty()) {
            return;
        }
        afterwards.add(then);
        if (renewing) {
            return;
        }
        renewing = true;
        send(mine).onComplete(done -> {
            renewing = false;
            reach.note(done);
            List<Runnable> told = List.copyOf(afterwards);
            afterwards.clear();
            if (done.succeeded()) {
                told.forEach(Runnable::run);
            }
        });
    }

    private Future<RenewAnswer> send(Slices mine) {
        List<Returned> returned = unacknowledged(mine);
        Set<UUID> leases = used.getAndSet(ConcurrentHashMap.newKeySet());
        long sentAt = nanoTime.getAsLong();
        return arbiter.renew(new RenewRequest(mine.replica(), returned, new HashSet<>(leases)))
                .onFailure(failure -> used.get().addAll(leases))
                .map(answer -> {
                    renewed(mine, returned, answer, sentAt);
                    return answer;
                });
    }

    private void renewed(Slices mine, List<Returned> returned, RenewAnswer answer, long sentAt) {
        answer.ended().forEach(leaseEnded);
        if (!answer.known()) {
            LOG.warnf("holds were lost replica=%s windows=%d", mine.replica(), mine.count());
            forgetUnlessDone(mine);
            return;
        }
        mine.extendTerm(sentAt, answer.termSeconds());
        mine.limitEmergency(answer.emergencySeconds());
        mine.acknowledge(returned);
        mine.forgetEnded(clock.instant());
    }

    /** An earlier answer may have said so already; what the boot id since then has must be kept. */
    private void forgetUnlessDone(Slices lost) {
        if (slices.get() == lost) {
            forget.run();
        }
    }

    /** As many as go into one call; the others are told with the next. */
    private static List<Returned> unacknowledged(Slices mine) {
        List<Returned> returned = new ArrayList<>();
        mine.forEach(slice -> {
            if (slice.hasUnacknowledgedReturn() && returned.size() < MAX_RETURNED) {
                returned.add(slice.returnedSoFar());
            }
        });
        return returned;
    }
}
