package io.leasehold.distribution.node;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a node says of itself. */
@Schema(name = "HeartbeatRequest")
record HeartbeatRequest(
        @Schema(
                description =
                        "Words to find it by; they take the place of those it had, which stay where they are left out.",
                examples = "{\"region\":\"eu-1\"}")
        @Size(max = Labels.MOST)
        @Nullable
        Map<
                        @NotNull @Pattern(regexp = Labels.NAME, message = Labels.NAME_MESSAGE) String,
                        @NotNull @Size(max = Labels.LONGEST_VALUE) String>
                labels) {}
