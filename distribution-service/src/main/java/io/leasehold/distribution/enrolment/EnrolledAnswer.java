package io.leasehold.distribution.enrolment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A node that is in. */
@Schema(name = "EnrolledNode")
record EnrolledAnswer(
        @Schema(description = "The id of the node.", examples = "0199f0a2-5c1e-7bd0-9f1c-2d3e4f5a6b7c")
        UUID nodeId,

        @Schema(description = "What it is called.", examples = "batch-7")
        String name,

        @Schema(
                description = "Proves who it is from now on, as a bearer token; shown now and never again.",
                examples = "lhn_…")
        String credential) {

    /** Without the credential, as this could end up in a log. */
    @Override
    public String toString() {
        return "EnrolledAnswer[nodeId=" + nodeId + "]";
    }
}
