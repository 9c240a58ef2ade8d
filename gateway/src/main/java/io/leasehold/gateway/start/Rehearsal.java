package io.leasehold.gateway.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.contracts.event.EventType;
import io.leasehold.kit.id.Ids;
import io.leasehold.kit.json.Json;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The build starts the gateway once with nobody at the other end, for the cache of classes that later starts read: see the
 * pom. Such a start ends by itself, a little after it would serve, when its threads have come as far as they can. What they
 * can't come to, as nothing is there to be read and nobody calls, is gone through here.
 */
@Singleton
class Rehearsal {
    private static final Logger LOG = Logger.getLogger(Rehearsal.class);
    private static final String IS_ONE = "leasehold.gateway.rehearsal";
    private static final long LENGTH_MILLIS = 2_000;

    private final Vertx vertx;

    Rehearsal(Vertx vertx) {
        this.vertx = vertx;
    }

    void onStart(@Observes StartupEvent event) {
        if (Boolean.getBoolean(IS_ONE)) {
            Thread.ofPlatform().daemon().name("leasehold-rehearsal").start(this::rehearse);
        }
    }

    private void rehearse() {
        try {
            Ids.next();
            for (EventType type : EventType.values()) {
                read(type);
            }
            call().onFailure(failure -> LOG.warnf("no call rehearsed, later starts take longer cause=%s", failure));
            TimeUnit.MILLISECONDS.sleep(LENGTH_MILLIS);
            Quarkus.asyncExit();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing can be read of nothing; but to find that out takes all that reading takes. */
    private static void read(EventType type) {
        try {
            Json.events().readValue("{}", type.dataType());
        } catch (JsonProcessingException expected) {
            LOG.tracef(expected, "rehearsed %s", type);
        }
    }

    private Future<HttpClientResponse> call() {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(
                        request -> request.response().putHeader("a", "b").end("{}"));
        return server.listen(0, "127.0.0.1")
                .compose(listening -> vertx.createHttpClient()
                        .request(HttpMethod.POST, listening.actualPort(), "127.0.0.1", "/")
                        .compose(request -> request.putHeader("a", "b").send("{}")));
    }
}
