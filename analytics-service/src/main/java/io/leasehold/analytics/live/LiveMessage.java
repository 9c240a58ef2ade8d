package io.leasehold.analytics.live;

/** Something that is sent on a stream. */
sealed interface LiveMessage {

    /**
     * @param position how far the ledger has been told when this is read; resuming after it misses nothing
     * @param name {@code request} or {@code stats}
     * @param json the data, written once for all who get it
     */
    record Event(long position, String name, String json) implements LiveMessage {}

    /** Not for the application: keeps the stream open, or says why it ends. */
    record Comment(String text) implements LiveMessage {}
}
