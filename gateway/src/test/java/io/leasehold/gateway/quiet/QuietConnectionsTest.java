package io.leasehold.gateway.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuietConnectionsTest {
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void freeze() {
        channel.freezeTime();
        channel.pipeline().addFirst(new QuietConnections(LONGEST));
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void aConnectionWithoutAByteIsClosedNotEarlierAndHardlyLater() {
        after(Duration.ofMillis(8_000));
        assertThat(channel.isOpen()).isTrue();

        after(Duration.ofMillis(1_000));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whatComesKeepsItOpen() {
        for (int i = 0; i < 5; i++) {
            after(Duration.ofMillis(7_900));
            channel.writeInbound("a byte");
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whatGoesKeepsItOpen() {
        for (int i = 0; i < 5; i++) {
            after(Duration.ofMillis(7_900));
            channel.writeOutbound("a byte");
        }
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void theTimeBeginsAnewWithEachByte() {
        after(Duration.ofMillis(7_500));
        channel.writeInbound("a byte");

        after(Duration.ofMillis(8_000));
        assertThat(channel.isOpen()).isTrue();
        after(Duration.ofMillis(1_500));
        assertThat(channel.isOpen()).isFalse();
    }

    private void after(Duration time) {
        for (long left = time.toMillis(); left > 0; left -= 100) {
            channel.advanceTimeBy(Math.min(100, left), TimeUnit.MILLISECONDS);
            channel.runScheduledPendingTasks();
        }
    }
}
