package io.leasehold.collector.poll;

import io.leasehold.collector.raw.RawExchange;
import io.leasehold.providers.http.ApiCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one poll took: its calls, the bytes that came, and the answers themselves. Of one thread. */
final class PollMeter {
    /** The meter of the poll that this thread is at. */
    private static final ScopedValue<PollMeter> CURRENT = ScopedValue.newInstance();

    /** Whether this thread's answers may hold secrets that nothing tells from other text. */
    private static final ScopedValue<Boolean> UNKEPT = ScopedValue.newInstance();

    private final int mostKept;
    private final List<RawExchange> exchanges = new ArrayList<>();
    private int calls;
    private long bytes;

    /** @param mostKept how many answers are kept; the rest is counted only */
    PollMeter(int mostKept) {
        this.mostKept = mostKept;
    }

    /** Runs a poll whose calls count here. */
    void measure(Runnable poll) {
        ScopedValue.where(CURRENT, this).run(poll);
    }

    /** Counts a call of whatever poll this thread is at. */
    static void note(ApiCall call, int status, byte[] body, Duration took) {
        if (CURRENT.isBound()) {
            CURRENT.get().add(call, status, body, took);
        }
    }

    /** Calls within are counted, and their answers kept nowhere. */
    static void withoutKeeping(Runnable calls) {
        ScopedValue.where(UNKEPT, true).run(calls);
    }

    int calls() {
        return calls;
    }

    long bytes() {
        return bytes;
    }

    List<RawExchange> exchanges() {
        return exchanges;
    }

    private void add(ApiCall call, int status, byte[] body, Duration took) {
        calls++;
        bytes += body.length;
        // What is sent without a header of its own to say who calls gets access tokens; those are kept nowhere.
        if (call.credential() != null && !UNKEPT.isBound() && exchanges.size() < mostKept) {
            exchanges.add(RawExchange.of(call, status, body, took));
        }
    }
}
