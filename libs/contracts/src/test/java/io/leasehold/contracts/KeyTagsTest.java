package io.leasehold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTagsTest {
    @Test
    void aKeyMustHaveAllTagsThatALeaseWants() {
        assertThat(KeyTags.serve(List.of("team:web", "eu"), List.of("EU"))).isTrue();
        assertThat(KeyTags.serve(List.of("team:web"), List.of("team:web", "eu")))
                .isFalse();
        assertThat(KeyTags.serve(List.of(), List.of("eu"))).isFalse();
        assertThat(KeyTags.serve(List.of("eu"), List.of())).isTrue();
        assertThat(KeyTags.serve(List.of(), List.of())).isTrue();
    }

    @Test
    void aKeyOfAPoolIsForLeasesOfThatPoolOnly() {
        String batch = KeyTags.ofPool("batch");

        assertThat(KeyTags.serve(List.of("Pool:Batch", "eu"), List.of(batch))).isTrue();
        assertThat(KeyTags.serve(List.of("pool:batch", "eu"), List.of("eu"))).isFalse();
        assertThat(KeyTags.serve(List.of("pool:batch"), List.of())).isFalse();
        assertThat(KeyTags.serve(List.of("pool:batch", "pool:night"), List.of(batch)))
                .isTrue();
        assertThat(KeyTags.serve(List.of("pool:night"), List.of(batch))).isFalse();
    }
}
