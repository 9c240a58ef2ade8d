package io.leasehold.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnknownNamesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final UnknownNames unknown = new UnknownNames(Duration.ofSeconds(15), 3, 2, 0);

    @Test
    void aNameIsRememberedAsUnknownForAWhile() {
        unknown.add("a", 0);

        assertThat(unknown.contains("a", 14 * SECOND)).isTrue();
        assertThat(unknown.contains("a", 15 * SECOND)).isFalse();
    }

    @Test
    void onlySoManyAreRemembered() {
        IntStream.range(0, 5).forEach(i -> unknown.add("name-" + i, 0));

        assertThat(unknown.contains("name-0", 1)).isFalse();
        assertThat(unknown.contains("name-4", 1)).isTrue();
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
