package io.leasehold.sim.openrouter;

import java.math.BigDecimal;
import java.time.Instant;

/** The one account that is simulated. */
final class Account {
    static final String USER_ID = "user_2dHFtVWx2n56w6HkM0000000000";
    static final String DEFAULT_WORKSPACE = "0df9e665-d932-5740-b2c7-b52af166bc11";
    /** Bought once and never used up: running out of credit is ordered as a fault. */
    static final BigDecimal CREDITS = BigDecimal.valueOf(100_000);

    static final Instant CREATED_AT = Instant.parse("2026-03-01T08:00:00Z");

    private Account() {}
}
