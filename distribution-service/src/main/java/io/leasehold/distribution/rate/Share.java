package io.leasehold.distribution.rate;

/**
 * What one replica has of a rate limit. The totals only ever grow; what is left of them is lent.
 *
 * @param granted all permits that were ever granted
 * @param returned all that were ever given back
 * @param need how many the largest single request takes that waits; 0 where none does
 * @param want how many the replica would like to have
 */
record Share(long granted, long returned, long need, long want) {
    static final Share NONE = new Share(0, 0, 0, 0);

    long lent() {
        return granted - returned;
    }

    /** Whether nobody would miss it. */
    boolean isOver() {
        return lent() == 0 && want == 0;
    }

    /** As its replica tells of it. An older message than the last one takes nothing back. */
    Share told(long returnedTold, long needTold, long wantTold) {
        return new Share(granted, Math.max(returned, Math.min(returnedTold, granted)), needTold, wantTold);
    }

    Share grant(long permits) {
        return new Share(granted + permits, returned, need, want);
    }
}
