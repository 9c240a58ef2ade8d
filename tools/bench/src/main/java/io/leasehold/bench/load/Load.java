package io.leasehold.bench.load;

/** A way to send the same request many times. */
public interface Load {
    String title();

    /** One round: returns when every request that was sent is answered, or was given up. */
    Outcome run(Call call) throws InterruptedException;
}
