package io.leasehold.distribution.hold;

import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.SpendWindow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One window and the holds on it, while they are locked. Every movement of money is a method here, and after each of them
 * {@code held} is what open holds have outstanding and {@code presumed} what closed ones have. Used by one thread.
 */
public final class WindowBook {
    /** No grant takes more of the remainder than this share per replica, except for what requests wait for. */
    private static final BigDecimal SHARES = BigDecimal.valueOf(8);

    private static final int SCALE = 9;

    private final long versionBefore;
    private SpendWindow window;
    private final Map<UUID, Hold> holds;
    private final Set<UUID> changedHolds = new HashSet<>();

    WindowBook(SpendWindow window, Map<UUID, Hold> holds) {
        this.versionBefore = window.version();
        this.window = window;
        this.holds = new HashMap<>(holds);
    }

    public WindowKey key() {
        return window.key();
    }

    SpendWindow window() {
        return window;
    }

    boolean changed() {
        return window.version() != versionBefore;
    }

    Set<UUID> changedHolds() {
        return Collections.unmodifiableSet(changedHolds);
    }

    Hold hold(UUID replica) {
        return holds.getOrDefault(replica, Hold.NONE);
    }

    /**
     * Grants all of {@code need} or nothing, and of {@code want} what leaves enough for the other replicas.
     *
     * @param limit what spent, presumed and held may come to with it
     * @param replicas how many replicas there are
     * @return whether {@code need} was met
     */
    boolean grant(UUID replica, BigDecimal limit, BigDecimal need, BigDecimal want, int replicas) {
        BigDecimal remaining = window.balance().remaining(limit);
        if (need.compareTo(remaining) > 0) {
            return false;
        }
        BigDecimal share = remaining.divide(SHARES.multiply(BigDecimal.valueOf(replicas)), SCALE, RoundingMode.DOWN);
        BigDecimal amount = need.max(need.add(want).min(share));
        if (amount.signum() > 0) {
            put(replica, hold(replica).grant(amount));
            window = window.with(window.balance().addHeld(amount));
        }
        return true;
    }

    /** What a request that is over takes out of the slice that it was admitted against, as far as the slice reaches. */
    public void take(UUID replica, BigDecimal amount) {
        Hold hold = hold(replica);
        BigDecimal taken = amount.min(hold.outstanding());
        if (taken.signum() > 0) {
            put(replica, hold.settle(taken));
            release(hold, taken);
        }
    }

    /** @param change what requests did cost; negative where one turned out to be cheaper than counted before */
    public void spend(BigDecimal change) {
        if (change.signum() != 0) {
            window = window.with(window.balance().addSpent(change));
        }
    }

    /** @param told all that the replica ever gave back of this window */
    void giveBack(UUID replica, BigDecimal told) {
        Hold hold = hold(replica);
        BigDecimal news = told.subtract(hold.returnedTold());
        if (news.signum() <= 0) {
            return;
        }
        BigDecimal taken = news.min(hold.outstanding());
        put(replica, hold.giveBack(taken, told));
        release(hold, taken);
    }

    /** The replica is gone: what it has outstanding is presumed spent, and never free by itself. */
    void close(UUID replica) {
        Hold hold = hold(replica);
        if (hold.closed() || !holds.containsKey(replica)) {
            return;
        }
        put(replica, hold.close());
        BigDecimal outstanding = hold.outstanding();
        if (outstanding.signum() > 0) {
            window = window.with(window.balance().addHeld(outstanding.negate()).addPresumed(outstanding));
        }
    }

    /**
     * What was presumed spent was not, as somebody knows: it is taken from replicas that are gone, whichever of them.
     *
     * @return how much that was; less than the amount where less is presumed
     */
    BigDecimal release(BigDecimal amount) {
        return release(amount, Set.copyOf(holds.keySet()));
    }

    /**
     * {@link #release} of what these replicas had, by a bill of all that was charged while they were there.
     *
     * @param amount not more than this
     * @param unexplained what of the bill no request explains that is known: as much of theirs stays presumed
     */
    BigDecimal credit(Set<UUID> replicas, BigDecimal amount, BigDecimal unexplained) {
        BigDecimal presumed = replicas.stream()
                .map(this::hold)
                .filter(Hold::closed)
                .map(Hold::outstanding)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return release(amount.min(presumed.subtract(unexplained)).max(BigDecimal.ZERO), replicas);
    }

    private BigDecimal release(BigDecimal amount, Set<UUID> replicas) {
        BigDecimal left = amount;
        for (UUID replica : replicas) {
            Hold hold = hold(replica);
            BigDecimal taken = hold.closed() ? left.min(hold.outstanding()) : BigDecimal.ZERO;
            if (taken.signum() > 0) {
                put(replica, hold.giveBack(taken, hold.returnedTold()));
                release(hold, taken);
                left = left.subtract(taken);
            }
        }
        return amount.subtract(left);
    }

    /**
     * Brings what is presumed for somebody who never had a slice to an amount; it can be less than before.
     *
     * @param spender names who spends it to the window, as a replica's id does
     */
    void presume(UUID spender, BigDecimal amount) {
        Hold hold = hold(spender).close();
        BigDecimal change = amount.subtract(hold.outstanding());
        if (change.signum() == 0) {
            return;
        }
        put(
                spender,
                change.signum() > 0
                        ? hold.grant(change)
                        : hold.giveBack(change.negate(), hold.returned().subtract(change)));
        window = window.with(window.balance().addPresumed(change));
    }

    private void release(Hold hold, BigDecimal amount) {
        if (amount.signum() == 0) {
            return;
        }
        window = window.with(
                hold.closed()
                        ? window.balance().addPresumed(amount.negate())
                        : window.balance().addHeld(amount.negate()));
    }

    private void put(UUID replica, Hold hold) {
        holds.put(replica, hold);
        changedHolds.add(replica);
    }
}
