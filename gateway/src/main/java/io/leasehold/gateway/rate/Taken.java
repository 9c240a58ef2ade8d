package io.leasehold.gateway.rate;

import java.util.function.LongSupplier;

/** The permits that one request has taken, of every rate limit that applies. */
public final class Taken {
    /** Of no limit. */
    public static final Taken NOTHING = new Taken(new Share[0], 0, 0, System::nanoTime);

    private final Share[] shares;
    private final long tokens;
    private final long takenAt;
    private final LongSupplier nanoTime;

    Taken(Share[] shares, long tokens, long takenAt, LongSupplier nanoTime) {
        this.shares = shares;
        this.tokens = tokens;
        this.takenAt = takenAt;
        this.nanoTime = nanoTime;
    }

    /** How many tokens were taken. */
    public long tokens() {
        return tokens;
    }

    /** The request was never sent: it counts for nothing. */
    public void undo() {
        undo(shares.length);
    }

    /** @param count of how many shares, from the first on */
    void undo(int count) {
        for (int i = 0; i < count; i++) {
            shares[i].giveBack(shares[i].rate().permits(tokens), takenAt, nanoTime.getAsLong());
        }
    }

    /** The request is over. That it was made still counts; it is no longer under way, and it used so many tokens. */
    public void end(long usedTokens) {
        for (Share share : shares) {
            long back = switch (share.rate().measure()) {
                case REQUESTS_PER_MINUTE -> 0;
                case TOKENS_PER_MINUTE -> tokens - usedTokens;
                case CONCURRENT_REQUESTS -> 1;
            };
            share.giveBack(back, takenAt, nanoTime.getAsLong());
        }
    }
}
