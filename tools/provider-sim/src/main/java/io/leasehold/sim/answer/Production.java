package io.leasehold.sim.answer;

import io.leasehold.sim.fault.Fault;
import io.leasehold.sim.fault.Pace;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.ledger.Outcome;
import io.leasehold.sim.provider.World;
import io.vertx.core.Vertx;

/**
 * Produces one answer at its pace and bills it, however it ends. Without a pace everything happens in one go. Lives on
 * the event loop of its call.
 */
public final class Production {
    /** A silence longer than this is broken by a sign of life. */
    private static final long KEEP_ALIVE_EVERY = 1000;

    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Pace pace;
    private final int tokens;
    private final AnswerSink sink;
    private final Charge charge;
    private long timer = NO_TIMER;
    private int produced;
    private boolean begun;
    private boolean over;

    private Production(Vertx vertx, Pace pace, int tokens, AnswerSink sink, Charge charge) {
        this.vertx = vertx;
        this.pace = pace;
        this.tokens = tokens;
        this.sink = sink;
        this.charge = charge;
    }

    /**
     * Starts producing. A caller that goes away ends it: nothing more is produced then, and what was is billed.
     *
     * @param fault the pace, and whether the bytes are split
     */
    public static void start(Exchange exchange, World world, Fault fault, int tokens, AnswerSink sink, Charge charge) {
        Production production = new Production(world.vertx(), fault.pace(), tokens, sink, charge);
        exchange.response().closeHandler(closed -> production.end(Outcome.ABANDONED));
        if (fault.splits()) {
            // Out of the call that is reading, where writes are gathered into one.
            world.vertx().runOnContext(later -> production.run());
        } else {
            production.run();
        }
    }

    private void run() {
        after(pace.latency(), this::begin);
    }

    private void begin() {
        begun = true;
        sink.begin();
        if (pace.firstToken() > 0) {
            sink.flush();
        }
        after(pace.firstToken(), this::produce);
    }

    private void produce() {
        if (over) {
            return;
        }
        if (pace.interval() > 0 && produced < tokens) {
            sink.token();
            produced++;
            sink.flush();
        } else {
            burst();
        }
        next();
    }

    private void next() {
        if (!sink.isOpen()) {
            end(Outcome.BROKEN);
        } else if (produced == tokens) {
            end(Outcome.COMPLETED);
            sink.complete();
        } else if (pace.interval() > 0) {
            after(pace.interval(), this::produce);
        } else {
            sink.whenDrained(this::produce);
        }
    }

    private void burst() {
        while (produced < tokens && sink.isOpen() && !sink.isFull()) {
            sink.token();
            produced++;
        }
    }

    private void end(Outcome outcome) {
        if (over) {
            return;
        }
        over = true;
        vertx.cancelTimer(timer);
        charge.settle(produced, outcome);
    }

    private void after(long delay, Runnable next) {
        if (over) {
            return;
        }
        if (delay <= 0) {
            next.run();
        } else if (delay <= KEEP_ALIVE_EVERY) {
            timer = vertx.setTimer(delay, fired -> next.run());
        } else {
            timer = vertx.setTimer(KEEP_ALIVE_EVERY, fired -> breakSilence(delay - KEEP_ALIVE_EVERY, next));
        }
    }

    private void breakSilence(long delay, Runnable next) {
        if (begun) {
            sink.keepAlive();
            sink.flush();
        }
        after(delay, next);
    }
}
