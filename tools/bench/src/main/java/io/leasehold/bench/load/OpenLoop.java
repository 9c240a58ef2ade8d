package io.leasehold.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a fixed rate, whether the ones before are answered or not, as many independent clients send them. Latency
 * counts from when a request was due, so that a stall is paid for by everyone who had to wait because of it. A target that
 * falls behind by more than a second is given no more requests: it doesn't hold the rate, and waiting would not tell more.
 */
public final class OpenLoop implements Load {
    private final Generator generator;
    private final int rate;
    private final Duration length;
    private final Duration ramp;
    private final int mostUnanswered;

    /** @param rate requests a second */
    public OpenLoop(Generator generator, int rate, Duration length) {
        this(generator, rate, length, Duration.ZERO, rate);
    }

    private OpenLoop(Generator generator, int rate, Duration length, Duration ramp, int mostUnanswered) {
        this.generator = generator;
        this.rate = rate;
        this.length = length;
        this.ramp = ramp;
        this.mostUnanswered = mostUnanswered;
    }

    /**
     * So many requests at a time, each of which takes a while to be answered. None is timed before there are that many.
     *
     * @param atATime how many, where they take no longer than told
     * @param each how long one takes
     * @param length how long requests are timed
     */
    public static OpenLoop atATime(Generator generator, int atATime, Duration each, Duration length) {
        int rate = Math.toIntExact(Math.ceilDiv(atATime * 1_000L, each.toMillis()));
        return new OpenLoop(generator, rate, each.plus(length), each, atATime + rate);
    }

    /** @return with a lower rate where one of the targets would not hold this one */
    public OpenLoop atMost(double mostRate) {
        return mostRate >= rate ? this : new OpenLoop(generator, Math.max(1, (int) mostRate), length);
    }

    @Override
    public String title() {
        return "open loop, %d requests/s".formatted(rate);
    }

    @Override
    public Outcome run(Call call) throws InterruptedException {
        Tally tally = new Tally();
        Schedule schedule = new Schedule(System.nanoTime(), rate);
        int requests = schedule.dueWithin(length);
        int untimed = schedule.dueWithin(ramp);
        Semaphore unanswered = new Semaphore(mostUnanswered);
        List<Lane> lanes = generator.lanes();
        int sent = 0;
        while (sent < requests) {
            long due = schedule.due(sent);
            awaitTime(due);
            if (!unanswered.tryAcquire()) {
                break;
            }
            boolean timed = sent >= untimed;
            Lane lane = lanes.get(sent % lanes.size());
            tally.begun();
            lane.execute(() -> lane.send(call).onSuccess(answer -> {
                if (timed) {
                    tally.count(answer, due);
                } else {
                    tally.countUntimed(answer);
                }
                unanswered.release();
            }));
            sent++;
        }
        unanswered.acquire(mostUnanswered);
        return tally.outcome(requests - sent);
    }

    // A thread of its own wakes within some 50 µs, a timer of the event loop within a millisecond only.
    private static void awaitTime(long due) throws InterruptedException {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
