package io.leasehold.gateway.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.gateway.world.StoredSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredAnswersTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final UUID workspace = UUID.randomUUID();
    private final UUID lease = UUID.randomUUID();
    private final UUID key = UUID.randomUUID();
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };
    private final StoredAnswers stored = new StoredAnswers(new StoredSettings(true, 3, HOUR), clock);

    @Test
    void aLeaseFindsItsOwnAndNobodyElsesDoes() {
        stored.given(workspace, "openai", "resp_1", lease, key);

        assertThat(Objects.requireNonNull(find("resp_1")).keyId()).isEqualTo(key);
        assertThat(find("resp_2")).isNull();
        assertThat(stored.find(workspace, "openai", "resp_1", UUID.randomUUID()))
                .isNull();
        assertThat(stored.find(UUID.randomUUID(), "openai", "resp_1", lease)).isNull();
        assertThat(stored.find(workspace, "azure-openai", "resp_1", lease)).isNull();
    }

    /** A provider that gives the same id again can't make it another lease's. */
    @Test
    void whoseItIsNeverChanges() {
        stored.given(workspace, "openai", "resp_1", lease, key);

        stored.given(workspace, "openai", "resp_1", UUID.randomUUID(), UUID.randomUUID());

        assertThat(Objects.requireNonNull(find("resp_1")).keyId()).isEqualTo(key);
    }

    @Test
    void theOldestIsForgottenWhereThereAreTooMany() {
        for (int i = 1; i <= 4; i++) {
            stored.given(workspace, "openai", "resp_" + i, lease, key);
        }

        assertThat(find("resp_1")).isNull();
        assertThat(find("resp_2")).isNotNull();
        assertThat(find("resp_4")).isNotNull();
    }

    @Test
    void itIsForgottenAfterItsTime() {
        stored.given(workspace, "openai", "resp_1", lease, key);

        now = now.plus(HOUR).minusSeconds(1);
        assertThat(find("resp_1")).isNotNull();

        now = now.plusSeconds(1);
        assertThat(find("resp_1")).isNull();
    }

    /** Distribution-service knows for longer whose it is. */
    @Test
    void whatWasForgottenMayBeLearntAgain() {
        stored.given(workspace, "openai", "resp_1", lease, UUID.randomUUID());
        now = now.plus(HOUR);
        byte[] link = {1, 2, 3};

        stored.given(workspace, "openai", "resp_1", lease, key, link);

        assertThat(Objects.requireNonNull(find("resp_1")).keyId()).isEqualTo(key);
        assertThat(Objects.requireNonNull(find("resp_1")).link()).isEqualTo(link);
    }

    @Test
    void itIsLinkedOnceThatIsWorkedOut() {
        stored.given(workspace, "openai", "resp_1", lease, key);
        byte[] link = {1, 2, 3};

        stored.link(workspace, "openai", "resp_1", link);
        stored.link(workspace, "openai", "resp_2", link);

        assertThat(Objects.requireNonNull(find("resp_1")).link()).isEqualTo(link);
        assertThat(find("resp_2")).isNull();
    }

    @Test
    void nothingIsKnownWhereItIsOff() {
        StoredAnswers off = new StoredAnswers(new StoredSettings(false, 3, HOUR), clock);

        off.given(workspace, "openai", "resp_1", lease, key);

        assertThat(off.areReached()).isFalse();
        assertThat(off.find(workspace, "openai", "resp_1", lease)).isNull();
    }

    private @Nullable StoredAnswer find(String id) {
        return stored.find(workspace, "openai", id, lease);
    }
}
