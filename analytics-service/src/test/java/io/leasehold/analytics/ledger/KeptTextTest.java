package io.leasehold.analytics.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptTextTest {
    @Test
    void whatPeopleWriteStaysAsItIs() {
        assertThat(KeptText.of("gpt-6 · größer, 模型 👍")).isEqualTo("gpt-6 · größer, 模型 👍");
        assertThat(KeptText.of("")).isEmpty();
        assertThat(KeptText.of(null)).isNull();
    }

    @Test
    void whatNoDatabaseKeepsIsReplaced() {
        assertThat(KeptText.of("a\0b\ud83dc\udc4d")).isEqualTo("a�b�c�");
    }

    @Test
    void howeverLongItIsTwoOfThemFitInAKey() {
        String kept = KeptText.of("👍".repeat(5_000));

        assertThat(kept.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_100);
        assertThat(kept).isEqualTo("👍".repeat(256));
    }
}
