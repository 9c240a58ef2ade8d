package io.leasehold.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.List;
import java.util.stream.IntStream;

/** Where the requests come from. It shares the machine with what it measures, so it takes half of the processors at most. */
public final class Generator implements AutoCloseable {
    private final Vertx vertx;
    private final List<Lane> lanes;

    private Generator(Vertx vertx, List<Lane> lanes) {
        this.vertx = vertx;
        this.lanes = lanes;
    }

    /** @param connections to each target, all event loops together */
    public static Generator start(int connections) {
        int processors = Runtime.getRuntime().availableProcessors();
        int loops = Math.clamp(processors / 2, 1, connections);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        List<Lane> lanes = IntStream.range(0, loops)
                .map(loop -> share(connections, loops, loop))
                .mapToObj(share -> new Lane(vertx.createHttpClient(Lane.clientOptions(share)), share))
                .toList();
        lanes.forEach(lane -> vertx.deployVerticle(lane)
                .toCompletionStage()
                .toCompletableFuture()
                .join());
        return new Generator(vertx, lanes);
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** The parts differ by one at most and add up to the whole. */
    static int share(int whole, int parts, int part) {
        return whole / parts + (part < whole % parts ? 1 : 0);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
