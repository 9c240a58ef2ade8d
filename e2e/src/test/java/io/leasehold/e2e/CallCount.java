package io.leasehold.e2e;

import io.leasehold.test.Await;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that have come as far as {@code what} says, counted by many callers at once. */
public final class CallCount {
    private final String what;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param what such as {@code answered} */
    public CallCount(String what) {
        this.what = what;
    }

    public void add() {
        calls.incrementAndGet();
    }

    public int get() {
        return calls.get();
    }

    /** Returns once there are so many, counted from the beginning. */
    public void await(int wanted) {
        Await.untilAsserted(() -> {
            int now = calls.get();
            if (now < wanted) {
                throw new AssertionError("Only " + now + " of " + wanted + " calls were " + what);
            }
        });
    }

    /** Returns once there are so many more than now. */
    public void awaitMore(int more) {
        await(calls.get() + more);
    }
}
