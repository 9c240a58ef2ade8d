package io.leasehold.kit.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many calls of the management API are answered, by each replica on its own. Public, as configuration in groups must be. */
@ConfigMapping(prefix = "leasehold.call-limits")
public interface CallLimitConfig {
    @WithDefault("true")
    boolean enabled();

    /** Of one user, node or service, as named by its token. */
    PerUser user();

    /** Of one address, whoever calls from it; people behind one proxy share it. */
    PerAddress address();

    /** How many users, and how many addresses, are kept in mind; those not seen for longest are forgotten. */
    @WithDefault("50000")
    int remembered();

    /** Of one user. */
    interface PerUser {
        /** Calls a second for as long as one likes. */
        @WithDefault("1000")
        int perSecond();

        /** Calls at once after a pause. */
        @WithDefault("5000")
        int burst();
    }

    /** Of one address. */
    interface PerAddress {
        /** Calls a second for as long as one likes. */
        @WithDefault("2000")
        int perSecond();

        /** Calls at once after a pause. */
        @WithDefault("10000")
        int burst();
    }
}
