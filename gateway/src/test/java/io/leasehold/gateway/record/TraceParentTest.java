package io.leasehold.gateway.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aWellFormedOneIsTakenAsItCame() {
        assertThat(read(GOOD)).isEqualTo(GOOD);
    }

    @Test
    void noneIsNone() {
        assertThat(TraceParent.of(MultiMap.caseInsensitiveMultiMap())).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-1-2-3",
                "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
            })
    void anythingElseIsNone(String value) {
        assertThat(read(value)).isNull();
    }

    private static @Nullable String read(String value) {
        return TraceParent.of(MultiMap.caseInsensitiveMultiMap().add("Traceparent", value));
    }
}
