package io.leasehold.distribution.hold;

import java.math.BigDecimal;

/**
 * One replica's slice of one window. Amounts only ever grow; what is left of them is outstanding.
 *
 * @param granted all that was ever granted
 * @param settled what requests that are over took of it
 * @param returned what was given back and taken back
 * @param returnedTold what the replica says it gave back; more than {@code returned} where requests had taken it already
 * @param closed whether the replica is gone: what is outstanding then is presumed, no longer held
 */
record Hold(BigDecimal granted, BigDecimal settled, BigDecimal returned, BigDecimal returnedTold, boolean closed) {
    static final Hold NONE = new Hold(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, false);

    BigDecimal outstanding() {
        return granted.subtract(settled).subtract(returned);
    }

    /** Whether nothing can happen to it any more. */
    boolean isOver() {
        return closed && outstanding().signum() == 0;
    }

    Hold grant(BigDecimal amount) {
        return new Hold(granted.add(amount), settled, returned, returnedTold, closed);
    }

    Hold settle(BigDecimal taken) {
        return new Hold(granted, settled.add(taken), returned, returnedTold, closed);
    }

    Hold giveBack(BigDecimal taken, BigDecimal told) {
        return new Hold(granted, settled, returned.add(taken), told, closed);
    }

    Hold close() {
        return new Hold(granted, settled, returned, returnedTold, true);
    }
}
