package io.leasehold.gateway.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownTokensTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final UnknownTokens unknown = new UnknownTokens(new Config(), 0);

    private static final class Config implements LeaseConfig {
        @Override
        public Duration unknownFor() {
            return Duration.ofSeconds(15);
        }

        @Override
        public int maxUnknown() {
            return 3;
        }

        @Override
        public int lookupsPerSecond() {
            return 2;
        }
    }

    @Test
    void aTokenIsRememberedAsUnknownForAWhile() {
        unknown.add("a", 0);

        assertThat(unknown.contains("a", 14 * SECOND)).isTrue();
        assertThat(unknown.contains("a", 15 * SECOND)).isFalse();
    }

    @Test
    void onlySoManyAreRemembered() {
        IntStream.range(0, 5).forEach(i -> unknown.add("token-" + i, 0));

        assertThat(unknown.contains("token-0", 1)).isFalse();
        assertThat(unknown.contains("token-4", 1)).isTrue();
    }

    @Test
    void onlySoManyMayBeAskedAboutPerSecond() {
        assertThat(unknown.mayAsk(0)).isTrue();
        assertThat(unknown.mayAsk(0)).isTrue();
        assertThat(unknown.mayAsk(0)).isFalse();
        assertThat(unknown.mayAsk(SECOND / 2)).isTrue();
        assertThat(unknown.mayAsk(SECOND / 2)).isFalse();
    }
}
