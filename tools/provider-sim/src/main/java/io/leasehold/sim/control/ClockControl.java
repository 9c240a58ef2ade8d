package io.leasehold.sim.control;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.time.SimClock;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /control/clock}: shifts the simulator's time. */
final class ClockControl {
    private final SimClock clock;

    ClockControl(SimClock clock) {
        this.clock = clock;
    }

    /** @param offset from real time, as an ISO 8601 duration; may be negative */
    record Shift(@Nullable Duration offset) {}

    record View(Instant now, Duration offset) {}

    void get(Exchange exchange) {
        exchange.json(200, new View(clock.instant(), clock.offset()));
    }

    void shift(Exchange exchange, Buffer body) {
        Duration offset = ControlBody.read(body, Shift.class).offset();
        if (offset == null) {
            throw new ControlError(400, "offset is required");
        }
        clock.shiftTo(offset);
        get(exchange);
    }
}
