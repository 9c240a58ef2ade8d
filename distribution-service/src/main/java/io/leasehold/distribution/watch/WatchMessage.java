package io.leasehold.distribution.watch;

/** Something that is sent on a stream. */
sealed interface WatchMessage {
    /**
     * @param position what to resume after
     * @param data as JSON
     */
    record Event(long position, String name, String data) implements WatchMessage {}

    /** Not for the application: keeps the stream open, or says why it ends. */
    record Comment(String text) implements WatchMessage {}
}
