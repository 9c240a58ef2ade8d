package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.http.AddressRule;
import io.leasehold.providers.http.AddressRule.NotPublicException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostsTest {
    private static final UpstreamAddress ADDRESS = UpstreamAddress.of(URI.create("https://llm.example.test"));

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String says = "1.1.1.1";
    private final Hosts hosts =
            new Hosts(new AddressRule(List.of(), this::addresses), vertx, Duration.ofSeconds(5), now::get);

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void whatWasFoundIsConnectedToForAWhileWithoutAskingAgain() throws Exception {
        assertThat(find()).isEqualTo("1.1.1.1");
        says = "8.8.8.8";
        later(Duration.ofSeconds(29));
        assertThat(find()).isEqualTo("1.1.1.1");
        assertThat(asked).hasValue(1);

        later(Duration.ofSeconds(2));
        assertThat(find()).isEqualTo("1.1.1.1");
        assertThat(eventually("8.8.8.8")).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aNameThatTurnsToAnAddressInsideIsRefusedFromThenOn() throws Exception {
        assertThat(find()).isEqualTo("1.1.1.1");
        says = "10.0.0.1";
        later(Duration.ofSeconds(31));

        find();

        assertThat(eventually(NotPublicException.class.getSimpleName())).isTrue();
    }

    @Test
    void whileTheNameServiceIsAwayTheKnownAddressIsGoodEnough() throws Exception {
        assertThat(find()).isEqualTo("1.1.1.1");
        says = "";

        for (int i = 0; i < 15; i++) {
            later(Duration.ofSeconds(31));
            assertThat(find()).isEqualTo("1.1.1.1");
        }

        later(Duration.ofMinutes(10));
        assertThat(eventually(UnknownHostException.class.getSimpleName())).isTrue();
    }

    @Test
    void aRefusedNameMayMendItsWays() throws Exception {
        says = "127.0.0.1";
        assertThat(find()).isEqualTo(NotPublicException.class.getSimpleName());
        says = "1.1.1.1";
        assertThat(find()).isEqualTo(NotPublicException.class.getSimpleName());

        later(Duration.ofSeconds(6));

        assertThat(find()).isEqualTo("1.1.1.1");
    }

    private InetAddress[] addresses(String host) throws UnknownHostException {
        asked.incrementAndGet();
        if (says.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(says);
    }

    private void later(Duration duration) {
        now.addAndGet(duration.toNanos());
    }

    private boolean eventually(String found) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() - until < 0) {
            if (find().equals(found)) {
                return true;
            }
        }
        return false;
    }

    /** The address, or why there is none. */
    private String find() throws Exception {
        Promise<SocketAddress> promise = Promise.promise();
        loop.runOnContext(here -> hosts.find(ADDRESS).onComplete(promise));
        Future<SocketAddress> answer = promise.future();
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS)
                    .hostAddress();
        } catch (ExecutionException failure) {
            return failure.getCause().getClass().getSimpleName();
        }
    }
}
