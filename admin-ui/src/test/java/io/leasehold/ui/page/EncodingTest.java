package io.leasehold.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncodingTest {
    @Test
    void theSmallestThatIsWantedIsTaken() {
        assertThat(Encoding.bestOf("gzip, deflate, br, zstd")).hasValue(Encoding.BROTLI);
        assertThat(Encoding.bestOf("GZIP;q=0.5,br;q=0")).hasValue(Encoding.GZIP);
        assertThat(Encoding.bestOf("gzip; q=1.0")).hasValue(Encoding.GZIP);
    }

    @Test
    void nothingIsPackedForWhoeverDoesNotAskForIt() {
        assertThat(Encoding.bestOf(null)).isEmpty();
        assertThat(Encoding.bestOf("identity, brother")).isEmpty();
        assertThat(Encoding.bestOf("br;q=0, gzip;q=0.000")).isEmpty();
    }
}
