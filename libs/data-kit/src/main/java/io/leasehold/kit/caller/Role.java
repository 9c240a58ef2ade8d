package io.leasehold.kit.caller;

/** What someone may do in a workspace; among people, a later one may do everything that an earlier one may. */
public enum Role {
    VIEWER,
    OPERATOR,
    ADMIN,
    PLATFORM_ADMIN,
    /** A machine that uses keys; none of the above. */
    NODE;

    boolean includes(Role needed) {
        if (this == NODE || needed == NODE) {
            return this == needed;
        }
        return compareTo(needed) >= 0;
    }
}
