package io.leasehold.bench.load;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/** One event loop with its share of the connections; everything it does, it does on that loop. */
final class Lane extends AbstractVerticle {
    private final HttpClient client;
    private final int connections;

    /** @param connections to each target */
    Lane(HttpClient client, int connections) {
        this.client = client;
        this.connections = connections;
    }

    /** Connections stay open from round to round; whoever finds none free waits, however many wait already. */
    static HttpClientOptions clientOptions(int connections) {
        return new HttpClientOptions().setMaxPoolSize(connections).setKeepAliveTimeout(0);
    }

    int connections() {
        return connections;
    }

    void execute(Runnable work) {
        context.runOnContext(nothing -> work.run());
    }

    /** On this lane's event loop only. */
    Future<Answer> send(Call call) {
        return call.send(client);
    }
}
