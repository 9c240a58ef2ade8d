package io.leasehold.collector.discovery;

import io.leasehold.discovery.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a look for keys found. */
@Schema(name = "Discovery")
record DiscoveryView(
        @Schema(description = "Each key once; no secret is ever shown")
        List<Key> keys,

        @Schema(description = "Places that could not be looked at; empty in what is told of an earlier look")
        List<Place> troubles) {

    @Schema(name = "DiscoveredKey")
    record Key(
            @Schema(
                    description = "The same wherever the key is found; names it for an import",
                    examples = "5f2b9c0e7a11d4c3")
            String fingerprint,

            @Schema(description = "Whose key it seems to be", examples = "anthropic")
            String provider,

            @Schema(description = "How it begins and ends, to recognise it by", examples = "sk-ant-…9fQ2")
            String masked,

            @Schema(description = "Where it was found", examples = "[\"variable ANTHROPIC_API_KEY\"]")
            List<String> sources,

            @Schema(description = "When it was found", examples = "2026-11-30T10:00:00Z")
            Instant foundAt,

            @Schema(
                    description =
                            "found; already_there where the pool has it; imported; refused where an import was, see message",
                    enumeration = {"found", "already_there", "imported", "refused"},
                    examples = "found")
            String result,

            @Schema(
                    description = "The key of the pool that it is; null where it is none",
                    examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a12",
                    nullable = true)
            @Nullable
            UUID keyId,

            @Schema(description = "What people call that key", examples = "production-1", nullable = true) @Nullable
            String keyName,

            @Schema(
                    description = "Why an import was refused; null where none was",
                    examples = "There is, or was, a key 'found-1' in this workspace. Choose another name.",
                    nullable = true)
            @Nullable
            String message) {}

    @Schema(name = "DiscoveryTrouble")
    record Place(
            @Schema(description = "Where it was", examples = "Vault secret/llm/openai")
            String source,

            @Schema(
                    description = "Why it could not be looked at",
                    examples = "Vault does not let this service in; check its policy and credentials.")
            String reason) {}

    static DiscoveryView of(List<DiscoveredKey> keys, List<Trouble> troubles) {
        return new DiscoveryView(
                keys.stream()
                        .map(key -> new Key(
                                key.fingerprint(),
                                key.provider(),
                                key.masked(),
                                key.sources(),
                                key.foundAt(),
                                key.result(),
                                key.keyId(),
                                key.keyName(),
                                key.message()))
                        .toList(),
                troubles.stream()
                        .map(trouble -> new Place(trouble.source(), trouble.reason()))
                        .toList());
    }
}
