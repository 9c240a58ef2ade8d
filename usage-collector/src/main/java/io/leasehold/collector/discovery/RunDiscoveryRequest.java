package io.leasehold.collector.discovery;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A look for keys, and which of them are to be imported. */
@Schema(name = "RunDiscoveryRequest")
record RunDiscoveryRequest(
        @Size(max = 100) @Schema(description = "What is imported when it is found again; nothing where left out")
        List<@NotNull @Valid Wanted> imports) {

    RunDiscoveryRequest {
        imports = imports == null ? List.of() : List.copyOf(imports);
    }

    @Schema(name = "WantedKey")
    record Wanted(
            @NotNull
            @Size(min = 1, max = 64)
            @Schema(description = "As a look before told it", examples = "5f2b9c0e7a11d4c3")
            String fingerprint,

            @NotNull
            @Schema(
                    description = "The account of its provider that it belongs to",
                    examples = "0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11")
            UUID accountId,

            @Size(min = 1, max = 100)
            @Schema(
                    description = "What people will call it; of provider and fingerprint where left out",
                    examples = "found-1")
            @Nullable
            String name) {}
}
