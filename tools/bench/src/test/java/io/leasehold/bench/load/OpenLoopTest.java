package io.leasehold.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final Duration LENGTH = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final Generator generator = Generator.start(4);

    @AfterEach
    void stop() {
        generator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aTargetThatKeepsUpGetsEveryRequest() throws InterruptedException {
        Call call = target(request -> request.response().end());

        Outcome outcome = new OpenLoop(generator, 100, LENGTH).run(call);

        assertThat(outcome.heldRate()).isTrue();
        assertThat(outcome.answered()).isEqualTo(200);
    }

    @Test
    void aTargetThatFallsBehindIsReportedAndNothingFails() throws InterruptedException {
        Queue<HttpServerRequest> waiting = new ArrayDeque<>();
        vertx.setPeriodic(50, tick -> {
            HttpServerRequest next = waiting.poll();
            if (next != null) {
                next.response().end();
            }
        });
        Call call = target(waiting::add);

        Outcome outcome = new OpenLoop(generator, 60, LENGTH).run(call);

        assertThat(outcome.heldRate()).isFalse();
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.answered() + outcome.unsent()).isEqualTo(120);
    }

    @Test
    void theRateIsTheLesserOne() {
        OpenLoop loop = new OpenLoop(generator, 500, LENGTH);

        assertThat(loop.atMost(800)).isSameAs(loop);
        assertThat(loop.atMost(312.5).title()).isEqualTo("open loop, 312 requests/s");
        assertThat(loop.atMost(0.2).title()).isEqualTo("open loop, 1 requests/s");
    }

    @Test
    void soManyAreUnderWayAtATime() throws InterruptedException {
        Call call =
                target(request -> vertx.setTimer(500, over -> request.response().end()));

        Outcome outcome;
        try (Generator enough = Generator.start(40)) {
            outcome = OpenLoop.atATime(enough, 20, Duration.ofMillis(500), Duration.ofSeconds(1))
                    .run(call);
        }

        assertThat(outcome.answered()).isEqualTo(60);
        assertThat(outcome.mostAtATime()).isGreaterThanOrEqualTo(20);
        assertThat(outcome.latency().p50()).isGreaterThanOrEqualTo(Duration.ofMillis(499));
    }

    private Call target(Handler<HttpServerRequest> answer) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        URI url = URI.create("http://127.0.0.1:" + server.actualPort());
        return new Call(new Target("target", url, "none"), Message.PLAIN);
    }
}
