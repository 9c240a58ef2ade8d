package io.leasehold.collector.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.providers.key.ProviderKeyState;
import org.junit.jupiter.api.Test;

class StandingTest {
    @Test
    void whatIsNotListedIsGoneTheSecondTime() {
        assertThat(Standing.of(null, null)).isEqualTo(Standing.MISSING);
        assertThat(Standing.of(null, Standing.ACTIVE)).isEqualTo(Standing.MISSING);
        assertThat(Standing.of(null, Standing.MISSING)).isEqualTo(Standing.GONE);
        assertThat(Standing.of(null, Standing.GONE)).isEqualTo(Standing.GONE);
        assertThat(Standing.of(ProviderKeyState.ACTIVE, Standing.MISSING)).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void onlyWhatChangesForWhoeverUsesTheKeyIsNews() {
        assertThat(Standing.ACTIVE.isNewsAfter(null)).isFalse();
        assertThat(Standing.UNKNOWN.isNewsAfter(Standing.ACTIVE)).isFalse();
        assertThat(Standing.MISSING.isNewsAfter(Standing.ACTIVE)).isFalse();
        assertThat(Standing.GONE.isNewsAfter(Standing.MISSING)).isTrue();
        assertThat(Standing.DISABLED.isNewsAfter(null)).isTrue();
        assertThat(Standing.DISABLED.isNewsAfter(Standing.DISABLED)).isFalse();
        assertThat(Standing.REVOKED.isNewsAfter(Standing.DISABLED)).isTrue();
        assertThat(Standing.ACTIVE.isNewsAfter(Standing.DISABLED)).isTrue();
    }
}
