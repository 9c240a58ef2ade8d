package io.leasehold.kit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OutflowTest {
    private final Client client = new Client();
    private final Outflow<String> flow = flowTo(client);

    @Test
    void noMoreIsSentThanTheClientAsksFor() {
        flow.sendAll(List.of("one", "two", "three"));
        client.ask(2);

        assertThat(client.read).containsExactly("one", "two");
        assertThat(flow.waiting()).isEqualTo(1);
        client.ask(1);
        assertThat(client.read).containsExactly("one", "two", "three");
        assertThat(flow.waiting()).isZero();
    }

    @Test
    void itEndsAfterWhatWaits() {
        flow.send("one");
        flow.end("bye");
        assertThat(client.ended).isFalse();

        client.ask(5);

        assertThat(client.read).containsExactly("one", "bye");
        assertThat(client.ended).isTrue();
    }

    @Test
    void whatWaitsIsDroppedWhereItIsCut() {
        flow.sendAll(List.of("one", "two"));

        flow.cut("too slow");

        assertThat(client.read).isEmpty();
        assertThat(client.ended).isTrue();
        assertThat(flow.isGone()).isTrue();
    }

    @Test
    void aClientThatLeavesIsNoticed() {
        assertThat(flow.isGone()).isFalse();

        client.leave();

        assertThat(flow.isGone()).isTrue();
    }

    private static Outflow<String> flowTo(Client client) {
        AtomicReference<Outflow<String>> made = new AtomicReference<>();
        Multi.createFrom()
                .<String>emitter(emitter -> made.set(new Outflow<>(emitter)), BackPressureStrategy.ERROR)
                .subscribe()
                .withSubscriber(client);
        return made.get();
    }

    /** Reads what it asked for. */
    private static final class Client implements Flow.Subscriber<String> {
        private final List<String> read = new ArrayList<>();
        private Flow.Subscription subscription;
        private boolean ended;

        void ask(long more) {
            subscription.request(more);
        }

        void leave() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription made) {
            subscription = made;
        }

        @Override
        public void onNext(String message) {
            read.add(message);
        }

        @Override
        public void onError(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void onComplete() {
            ended = true;
        }
    }
}
