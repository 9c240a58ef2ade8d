package io.leasehold.key.price;

import io.leasehold.providers.price.ModelPattern;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A price that the workspace sets for itself, as it is asked for. */
@Schema(name = "PriceOverrideRequest")
record PriceOverrideRequest(
        @NotNull @Size(max = 64) @Schema(description = "Whose model it is", examples = "anthropic")
        String provider,

        @NotNull
        @Pattern(
                regexp = ModelPattern.SYNTAX,
                message =
                        "must be a model's name, or a pattern in which * stands for any text, of at most 200 characters")
        @Schema(
                description =
                        "The model's name, or a pattern in which * stands for any text. The name counts before patterns, and of these the one that says most",
                examples = "claude-opus-*")
        String model,

        @Pattern(regexp = "[a-z0-9_-]{1,50}", message = "must be a provider's word, such as batch")
        @Schema(
                description =
                        "The only service tier that it is about, in the provider's words; where it is left out, the factors of the tiers apply to it",
                examples = "batch")
        @Nullable
        String serviceTier,

        @NotNull @Valid @Schema(description = "What is left out stays as it is without this price")
        TokenPrices prices,

        @Schema(
                description =
                        "From when on; at once where it is left out. What was requested before keeps its cost until history is priced again",
                examples = "2026-12-01T00:00:00Z")
        @Nullable
        Instant validFrom,

        @Schema(
                description = "Until when, exclusive; without an end where it is left out",
                examples = "2027-12-01T00:00:00Z")
        @Nullable
        Instant validUntil,

        @Size(max = 500) @Schema(description = "What it rests on", examples = "Contract 2026-117") @Nullable
        String note) {}
