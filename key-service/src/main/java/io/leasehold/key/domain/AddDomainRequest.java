package io.leasehold.key.domain;

import io.leasehold.contracts.Capture;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A domain to be added.
 *
 * @param name never changes, as groups and traffic go by it
 */
@Schema(name = "AddDomainRequest")
record AddDomainRequest(
        @NotNull
        @Pattern(regexp = DomainName.PATTERN, message = DomainName.MESSAGE)
        @Schema(
                description = "The host name or application label; never changes, as groups and traffic go by it",
                examples = "app.example.com")
        String name,

        @Schema(
                description = "What is kept of its traffic; as the workspace says where left out",
                examples = "metadata")
        @Nullable
        Capture capture,

        @Size(max = 50) @Schema(description = "Words to find it by", examples = "[\"team:web\"]")
        List<@NotNull @Size(min = 1, max = 100) String> tags) {

    AddDomainRequest {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }
}
