package io.leasehold.gateway.call;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The one event loop on which everything runs that is not a request: refilling, renewing, asking other services. */
@Singleton
public class ControlLoop {
    private final Vertx vertx;
    private final Context context;

    ControlLoop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    public void run(Runnable action) {
        context.runOnContext(now -> action.run());
    }

    public void every(Duration period, Runnable action) {
        run(() -> vertx.setPeriodic(period.toMillis(), timer -> action.run()));
    }

    public void after(Duration delay, Runnable action) {
        run(() -> vertx.setTimer(delay.toMillis(), timer -> action.run()));
    }

    /** Complete after that time. */
    public Future<Void> pause(Duration delay) {
        Promise<Void> over = Promise.promise();
        after(delay, over::complete);
        return over.future();
    }
}
