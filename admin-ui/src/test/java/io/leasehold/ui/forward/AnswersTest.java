package io.leasehold.ui.forward;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A service that stops waits for what is under way: it must learn of every end. */
    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void anAnswerThatHasBegunIsCutOffAndItsEndIsSeen(HttpClient.Version version) throws Exception {
        HttpServer server = serve(true);

        assertThatThrownBy(() -> get(server, version)).isInstanceOf(IOException.class);
        ended.get(10, SECONDS);
    }

    @Test
    void oneThatHasNotBegunBecomesAProblem() throws Exception {
        HttpServer server = serve(false);

        assertThat(get(server, HttpClient.Version.HTTP_1_1)).contains("dependency-unavailable");
        ended.get(10, SECONDS);
    }

    private HttpServer serve(boolean begun) {
        Answers answers = new Answers(new ObjectMapper());
        Router router = Router.router(vertx);
        router.get("/").handler(call -> {
            call.response().closeHandler(unused -> ended.complete(null)).endHandler(unused -> ended.complete(null));
            if (begun) {
                call.response().setChunked(true).write("half of").onComplete(unused -> refuse(answers, call));
            } else {
                refuse(answers, call);
            }
        });
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void refuse(Answers answers, RoutingContext call) {
        answers.refuse(call, RefusedCall.serviceUnavailable("key-service"));
    }

    private String get(HttpServer server, HttpClient.Version version) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + server.actualPort() + "/");
        return http.send(HttpRequest.newBuilder(address).version(version).build(), BodyHandlers.ofString())
                .body();
    }
}
