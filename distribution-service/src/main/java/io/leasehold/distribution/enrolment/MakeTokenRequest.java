package io.leasehold.distribution.enrolment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an enrolment token is to be like. */
@Schema(name = "MakeEnrolmentToken")
record MakeTokenRequest(
        @Schema(description = "What people call it.", examples = "batch machines") @Size(min = 1, max = 100) @Nullable
        String name,

        @Schema(
                description = "For how long it is good, as an ISO-8601 duration; an hour when left out.",
                implementation = String.class,
                examples = "PT1H")
        @Nullable
        Duration ttl,

        @Schema(description = "What the node that comes with it will have.", examples = "{\"region\":\"eu-1\"}")
        @Size(max = 30)
        @Nullable
        Map<
                        @NotNull @Pattern(regexp = EnrolRequest.LABEL, message = EnrolRequest.LABEL_MESSAGE) String,
                        @NotNull @Size(max = 200) String>
                labels) {}
