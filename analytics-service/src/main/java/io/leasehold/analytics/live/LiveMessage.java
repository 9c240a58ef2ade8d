package io.leasehold.analytics.live;

import org.jspecify.annotations.Nullable;

/** Something that is sent on a stream. */
sealed interface LiveMessage {

    /**
     * @param position how far the ledger has been told when this is read; resuming after it misses nothing
     * @param name {@code request} or {@code stats}
     * @param domain what it is about where that is one request; null also for one without a domain
     * @param json the data, written once for all who get it
     */
    record Event(long position, String name, @Nullable String domain, String json) implements LiveMessage {}

    /** Not for the application: keeps the stream open, or says why it ends. */
    record Comment(String text) implements LiveMessage {}
}
