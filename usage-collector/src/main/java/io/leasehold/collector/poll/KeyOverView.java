package io.leasehold.collector.poll;

import io.leasehold.collector.standing.KeyStanding;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that is in use here, and over at its provider. */
@Schema(name = "KeyOver")
record KeyOverView(
        @Schema(description = "Our key", examples = "0199f2a0-7c1e-7aaa-8bbb-0123456789ac")
        UUID keyId,

        @Schema(description = "The provider's own id of it", examples = "apikey_01Rj2N8SVvo6BePZj99NhmiT")
        String providerKeyId,

        @Schema(
                description = "What became of it there: switched off, past its end, ended, or listed no more",
                enumeration = {"disabled", "expired", "revoked", "gone"},
                examples = "disabled")
        String standing,

        @Schema(description = "When it was first seen so", examples = "2026-11-30T09:45:12Z")
        Instant since) {
    static KeyOverView of(KeyStanding key) {
        return new KeyOverView(key.keyId(), key.providerKeyId(), key.standing().wireName(), key.since());
    }
}
