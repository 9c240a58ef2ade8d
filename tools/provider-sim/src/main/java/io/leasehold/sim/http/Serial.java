package io.leasehold.sim.http;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the calls and spells a number as opaque ids, so that the ledger keeps eight bytes a request instead of
 * strings.
 */
public final class Serial {
    private static final char[] ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray();
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int CHARACTERS_PER_WORD = 10;

    private final AtomicLong next;

    /** Starts at random, so that ids differ from those of earlier runs. */
    public Serial() {
        this.next = new AtomicLong(new SplittableRandom().nextLong());
    }

    public long next() {
        return next.getAndIncrement();
    }

    /** The same number, prefix and length always give the same id. */
    public static String spell(String prefix, long number, int length) {
        StringBuilder id = new StringBuilder(prefix.length() + length).append(prefix);
        long seed = number + prefix.hashCode();
        int left = 0;
        long word = 0;
        for (int i = 0; i < length; i++) {
            if (left == 0) {
                seed += GOLDEN;
                word = mix(seed);
                left = CHARACTERS_PER_WORD;
            }
            id.append(ALPHABET[(int) Long.remainderUnsigned(word, ALPHABET.length)]);
            word = Long.divideUnsigned(word, ALPHABET.length);
            left--;
        }
        return id.toString();
    }

    /** The finaliser of SplitMix64: neighbours look unrelated. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
