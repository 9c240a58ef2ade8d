package io.leasehold.sim.answer;

/** Where an answer goes while it is produced. The methods with a body are those that an unstreamed answer ignores. */
public interface AnswerSink {
    /** Once, before the first token. */
    default void begin() {}

    /** One more token was produced. */
    default void token() {}

    /** The caller has heard nothing for a while. */
    default void keepAlive() {}

    /** Sends what has gathered. */
    default void flush() {}

    /** Once, after the last token and after the request was billed. */
    void complete();

    /** False when a fault has broken the answer off. */
    default boolean isOpen() {
        return true;
    }

    default boolean isFull() {
        return false;
    }

    default void whenDrained(Runnable resume) {
        resume.run();
    }
}
