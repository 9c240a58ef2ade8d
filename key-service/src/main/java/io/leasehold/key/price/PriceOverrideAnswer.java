package io.leasehold.key.price;

import io.leasehold.contracts.event.PriceOverridesView.PriceOverride;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price that a workspace has set for itself. */
@Schema(name = "PriceOverride")
record PriceOverrideAnswer(
        @Schema(description = "Never changes", examples = "0199f000-0000-7000-8000-0000000007a1")
        UUID id,

        @Schema(description = "Whose model it is", examples = "anthropic")
        String provider,

        @Schema(
                description = "The model's name, or a pattern in which * stands for any text",
                examples = "claude-opus-*")
        String model,

        @Schema(description = "The only service tier that it is about; null for none in particular", examples = "batch")
        @Nullable
        String serviceTier,

        @Schema(description = "What is null stays as it is without this price")
        TokenPrices prices,

        @Schema(description = "From when on", examples = "2026-12-01T00:00:00Z")
        Instant validFrom,

        @Schema(description = "Until when, exclusive; null for one without an end", examples = "2027-12-01T00:00:00Z")
        @Nullable
        Instant validUntil,

        @Schema(description = "What it rests on", examples = "Contract 2026-117") @Nullable
        String note) {

    static PriceOverrideAnswer of(PriceOverride override) {
        return new PriceOverrideAnswer(
                override.overrideId(),
                override.provider(),
                override.model(),
                override.serviceTier(),
                TokenPrices.of(override.prices()),
                override.validFrom(),
                override.validUntil(),
                override.note());
    }

    URI location() {
        return URI.create("/api/v1/prices/overrides/" + id);
    }
}
