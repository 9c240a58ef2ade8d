package io.leasehold.key.domain;

import io.leasehold.contracts.Capture;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall be different of a domain; what is left out stays. */
@Schema(name = "UpdateDomainRequest")
record UpdateDomainRequest(
        @Schema(description = "What is kept of its traffic", examples = "full") @Nullable
        Capture capture,

        @Size(max = 50)
        @Schema(
                description = "Words to find it by; all of them, those that are left out of the list go",
                examples = "[\"team:web\"]")
        @Nullable
        List<@NotNull @Size(min = 1, max = 100) String> tags) {}
