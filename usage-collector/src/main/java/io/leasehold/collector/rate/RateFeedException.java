package io.leasehold.collector.rate;

import org.jspecify.annotations.Nullable;

/** Rates that were not got. The message says why, to go on after the feed's name. */
final class RateFeedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RateFeedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
