package io.leasehold.providers.dialect;

/**
 * Watches an answer pass and keeps what it says about usage, and no more. For one answer and one thread at a time.
 */
public interface UsageTap {

    /** The next bytes, cut anywhere. They are read before this returns and not kept. */
    void feed(byte[] bytes, int offset, int length);

    /** Whether the provider has said its last word; silence may follow. */
    boolean finished();

    /** What is known now; call it when the answer is over, however it ended. */
    Usage usage();
}
