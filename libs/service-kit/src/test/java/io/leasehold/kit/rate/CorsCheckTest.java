package io.leasehold.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorsCheckTest {
    @Test
    void offIsSafeAndSoIsAListOfOrigins() {
        assertThat(new CorsCheck(false, Optional.empty()).violations()).isEmpty();
        assertThat(new CorsCheck(true, Optional.of(List.of("https://a.example.com", "https://b.example.com:8443")))
                        .violations())
                .isEmpty();
    }

    @Test
    void whatFitsManyOriginsIsNoList() {
        for (String origin : List.of("*", "https://*.example.com", "/https://.*/", "http://a.example.com", "")) {
            assertThat(new CorsCheck(true, Optional.of(List.of(origin))).violations())
                    .as(origin)
                    .hasSize(1);
        }
        assertThat(new CorsCheck(true, Optional.empty()).violations()).hasSize(1);
    }
}
