package io.leasehold.key.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.AuditEntry;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditHashTest {
    private static final byte[] START = new byte[32];

    @Test
    void theSameEntryInTheSamePlaceHasTheSameHash() {
        assertThat(AuditHash.of(START, 1, entry("key.add", "t", Map.of("a", "1", "b", "2"))))
                .isEqualTo(AuditHash.of(START, 1, entry("key.add", "t", Map.of("b", "2", "a", "1"))))
                .hasSize(32);
    }

    @Test
    void anotherPlaceOrPredecessorChangesIt() {
        AuditEntry entry = entry("key.add", "t", Map.of());
        byte[] otherStart = new byte[32];
        otherStart[31] = 1;

        assertThat(AuditHash.of(START, 1, entry)).isNotEqualTo(AuditHash.of(START, 2, entry));
        assertThat(AuditHash.of(START, 1, entry)).isNotEqualTo(AuditHash.of(otherStart, 1, entry));
    }

    @Test
    void textMovedFromOneFieldToTheNextChangesIt() {
        assertThat(AuditHash.of(START, 1, entry("key.add", "xt", Map.of())))
                .isNotEqualTo(AuditHash.of(START, 1, entry("key.addx", "t", Map.of())));
        assertThat(AuditHash.of(START, 1, entry("key.add", "t", Map.of("ab", "c"))))
                .isNotEqualTo(AuditHash.of(START, 1, entry("key.add", "t", Map.of("a", "bc"))));
    }

    @Test
    void aMissingFieldIsNotAnEmptyOne() {
        assertThat(AuditHash.of(START, 1, entry("key.add", null, Map.of())))
                .isNotEqualTo(AuditHash.of(START, 1, entry("key.add", "", Map.of())));
    }

    private static AuditEntry entry(String action, @Nullable String target, Map<String, String> details) {
        return new AuditEntry(
                new UUID(1, 1),
                new UUID(2, 2),
                Instant.parse("2026-11-21T10:00:00.123456Z"),
                "ada",
                "subject",
                action,
                "key",
                target,
                "success",
                null,
                details);
    }
}
