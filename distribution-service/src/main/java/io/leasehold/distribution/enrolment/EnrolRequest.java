package io.leasehold.distribution.enrolment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A node that comes with an enrolment token. */
@Schema(name = "EnrolNode")
record EnrolRequest(
        @Schema(description = "The enrolment token; it is used up.", examples = "lhe_…") @NotNull @Size(max = 200)
        String token,

        @Schema(description = "What the node is called.", examples = "batch-7")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:@/-]{0,199}", message = "must be letters, digits and . _ : @ / -")
        String name,

        @Schema(description = "What it says of itself.", examples = "{\"region\":\"eu-1\"}") @Size(max = 30) @Nullable
        Map<@NotNull @Pattern(regexp = LABEL, message = LABEL_MESSAGE) String, @NotNull @Size(max = 200) String>
                labels) {
    static final String LABEL = "[A-Za-z0-9][A-Za-z0-9._/-]{0,99}";
    static final String LABEL_MESSAGE = "must be letters, digits and . _ / -";

    /** Without the token, as this could end up in a log. */
    @Override
    public String toString() {
        return "EnrolRequest[name=" + name + "]";
    }
}
