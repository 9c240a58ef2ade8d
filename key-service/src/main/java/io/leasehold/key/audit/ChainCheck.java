package io.leasehold.key.audit;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows a chain from its beginning and finds the first place where it is not as it was written. An entry is judged when
 * the one after it is known, because that one says whom it was written after.
 *
 * <p>Whoever owns the tables can compute hashes too, so that a chain may fit and yet be another one than was written. That
 * is told by its anchors only.
 */
final class ChainCheck {
    private final NavigableMap<Long, byte[]> anchors;
    private AuditStore.Head good = AuditStore.Head.START;
    private @Nullable ChainedEntry goodEntry;
    private @Nullable ChainedEntry next;
    private long anchored;

    /** @param anchors hashes that the chain had, by place */
    ChainCheck(NavigableMap<Long, byte[]> anchors) {
        this.anchors = anchors;
    }

    /** How many entries, from the first on, are as they were written. */
    long checked() {
        return good.seq();
    }

    /** Takes in the entry that comes next in the table. */
    Optional<ChainFault> follow(ChainedEntry entry) {
        Optional<ChainFault> fault = next == null ? Optional.empty() : judge(next, entry);
        next = entry;
        return fault;
    }

    /** @param head what the chain is said to end with */
    Optional<ChainFault> end(AuditStore.Head head) {
        if (next != null) {
            Optional<ChainFault> fault = judge(next, null);
            next = null;
            if (fault.isPresent()) {
                return fault;
            }
        }
        long end = anchors.isEmpty() ? head.seq() : Math.max(head.seq(), anchors.lastKey());
        if (good.seq() < end) {
            return Optional.of(ChainFault.missing(good.seq() + 1));
        }
        if (good.seq() > head.seq()) {
            return Optional.of(ChainFault.insertedAt(head.seq() + 1));
        }
        return Arrays.equals(good.hash(), head.hash()) ? Optional.empty() : Optional.of(changedBefore());
    }

    private Optional<ChainFault> judge(ChainedEntry entry, @Nullable ChainedEntry successor) {
        if (entry.seq() != good.seq() + 1) {
            return Optional.of(ChainFault.missing(good.seq() + 1));
        }
        boolean follows = Arrays.equals(entry.previousHash(), good.hash());
        if (!follows || !hasHash(entry, good.hash())) {
            return Optional.of(fault(entry, successor, follows));
        }
        byte[] anchor = anchors.get(entry.seq());
        if (anchor != null && !Arrays.equals(anchor, entry.hash())) {
            return Optional.of(ChainFault.rewritten(anchored + 1));
        }
        anchored = anchor == null ? anchored : entry.seq();
        good = new AuditStore.Head(entry.seq(), entry.hash());
        goodEntry = entry;
        return Optional.empty();
    }

    private ChainFault fault(ChainedEntry entry, @Nullable ChainedEntry successor, boolean follows) {
        if (successor != null && Arrays.equals(successor.previousHash(), good.hash())) {
            return ChainFault.inserted(entry);
        }
        if (goodEntry != null && Arrays.equals(entry.previousHash(), goodEntry.previousHash())) {
            return ChainFault.inserted(goodEntry);
        }
        if (follows || hasHash(entry, good.hash())) {
            return ChainFault.changed(entry);
        }
        // What was written in this place, but after another entry than the one that is there now.
        boolean inItsPlace = hasHash(entry, entry.previousHash());
        return inItsPlace ? changedBefore() : ChainFault.missing(entry.seq());
    }

    private ChainFault changedBefore() {
        return goodEntry == null ? ChainFault.missing(1) : ChainFault.changed(goodEntry);
    }

    private static boolean hasHash(ChainedEntry entry, byte[] previous) {
        return Arrays.equals(entry.hash(), AuditHash.of(previous, entry.seq(), entry.entry()));
    }
}
