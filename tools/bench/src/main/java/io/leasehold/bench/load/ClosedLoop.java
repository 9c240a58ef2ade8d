package io.leasehold.bench.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Every connection sends its next request when the last one is answered: as much as goes through. Says nothing about
 * latency, because a slow answer keeps the next request from being sent and so from being slow.
 */
public final class ClosedLoop implements Load {
    private final Generator generator;
    private final Duration length;

    public ClosedLoop(Generator generator, Duration length) {
        this.generator = generator;
        this.length = length;
    }

    @Override
    public String title() {
        return "closed loop, %d connections".formatted(connections());
    }

    @Override
    public Outcome run(Call call) throws InterruptedException {
        Round round = new Round(call, System.nanoTime() + length.toNanos(), new CountDownLatch(connections()));
        for (Lane lane : generator.lanes()) {
            for (int i = 0; i < lane.connections(); i++) {
                lane.execute(() -> round.next(lane));
            }
        }
        round.busy().await();
        return round.tally().outcome();
    }

    private int connections() {
        return generator.lanes().stream().mapToInt(Lane::connections).sum();
    }

    private record Round(Call call, long end, CountDownLatch busy, Tally tally) {
        Round(Call call, long end, CountDownLatch busy) {
            this(call, end, busy, new Tally());
        }

        void next(Lane lane) {
            long sent = System.nanoTime();
            if (sent - end >= 0) {
                busy.countDown();
                return;
            }
            tally.begun();
            lane.send(call).onSuccess(answer -> {
                tally.count(answer, sent);
                next(lane);
            });
        }
    }
}
