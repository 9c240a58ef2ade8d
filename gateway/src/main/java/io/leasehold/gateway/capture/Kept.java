package io.leasehold.gateway.capture;

import io.leasehold.gateway.memory.ByteBudget;
import java.util.Arrays;

/** Bytes of a body that are kept within the budget until they are given up. One thread at a time. */
final class Kept {
    private static final byte[] NOTHING = {};
    private static final int FIRST_SIZE = 4 * 1024;

    private final ByteBudget budget;
    private byte[] bytes;
    private int length;

    private Kept(ByteBudget budget, byte[] bytes, int length) {
        this.budget = budget;
        this.bytes = bytes;
        this.length = length;
    }

    static Kept nothing(ByteBudget budget) {
        return new Kept(budget, NOTHING, 0);
    }

    /** Keeps bytes of which the budget has taken account. */
    static Kept of(ByteBudget budget, byte[] bytes, int length) {
        return new Kept(budget, bytes, length);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** @return whether there is room for so many bytes more; where there is none, nothing is kept any longer */
    boolean makeRoom(int more) {
        int needed = length + more;
        if (needed <= bytes.length) {
            return true;
        }
        int size = Math.max(Math.max(needed, FIRST_SIZE), bytes.length + (bytes.length >> 1));
        if (!budget.take(size - bytes.length)) {
            giveUp();
            return false;
        }
        bytes = Arrays.copyOf(bytes, size);
        return true;
    }

    /** Where the next bytes belong, for which room was made. */
    int grow(int more) {
        int at = length;
        length += more;
        return at;
    }

    /** What comes after that isn't needed any more. */
    void shortenTo(int most) {
        if (bytes.length > most) {
            budget.give(bytes.length - most);
            bytes = Arrays.copyOf(bytes, most);
            length = Math.min(length, most);
        }
    }

    void giveUp() {
        budget.give(bytes.length);
        bytes = NOTHING;
        length = 0;
    }
}
