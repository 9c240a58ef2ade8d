package io.leasehold.gateway.server;

import io.leasehold.gateway.admission.Admission;
import io.leasehold.gateway.admission.Entry;
import io.leasehold.gateway.capture.Captures;
import io.leasehold.gateway.key.Cooldowns;
import io.leasehold.gateway.memory.ByteBudget;
import io.leasehold.gateway.metric.GatewayMetrics;
import io.leasehold.gateway.record.Ledger;
import io.leasehold.gateway.record.RecordPublisher;
import io.leasehold.gateway.relay.Relay;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;

/** What requests on one event loop work with: its own connections and context, and what all loops share. */
record Site(
        Vertx vertx,
        Context context,
        Entry entry,
        Admission admission,
        Cooldowns cooldowns,
        Relay relay,
        Captures captures,
        Ledger ledger,
        RecordPublisher publisher,
        GatewayMetrics metrics,
        ServerConfig config,
        ByteBudget budget,
        Deadlines bodyDeadlines,
        Clock clock,
        Answers answers) {

    /** What was waited for elsewhere goes on here. */
    <T> Future<T> here(Future<T> elsewhere) {
        if (elsewhere.isComplete()) {
            return elsewhere;
        }
        Promise<T> promise = Promise.promise();
        elsewhere.onComplete(done -> context.runOnContext(now -> promise.handle(done)));
        return promise.future();
    }
}
