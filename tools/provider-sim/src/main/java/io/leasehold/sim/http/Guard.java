package io.leasehold.sim.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Runs the steps of answering, now or later, and turns whatever they throw into one provider's errors. */
public final class Guard {
    private final Vertx vertx;
    private final BiConsumer<Exchange, Throwable> errors;

    /** @param errors answers a failed call; must not throw */
    public Guard(Vertx vertx, BiConsumer<Exchange, Throwable> errors) {
        this.vertx = vertx;
        this.errors = errors;
    }

    public void run(Exchange exchange, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            errors.accept(exchange, e);
        }
    }

    public void withBody(Exchange exchange, Consumer<Buffer> step) {
        RequestBody.read(
                exchange.request(),
                body -> run(exchange, () -> step.accept(body)),
                () -> errors.accept(exchange, new BodyTooLarge()));
    }

    /** @param millis nothing or less for now */
    public void later(Exchange exchange, long millis, Runnable step) {
        if (millis <= 0) {
            run(exchange, step);
        } else {
            vertx.setTimer(millis, fired -> run(exchange, step));
        }
    }

    /** Answers 200 with what {@code body} computes away from the event loop. */
    public void offLoop(Exchange exchange, Callable<Object> body) {
        vertx.executeBlocking(body, false)
                .onSuccess(value -> exchange.json(200, value))
                .onFailure(failure -> errors.accept(exchange, failure));
    }
}
