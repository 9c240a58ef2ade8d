package io.leasehold.key.workspace;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Enrolment;
import io.leasehold.contracts.KeyChoicePolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What shall be different of a workspace; what is left out stays. */
@Schema(name = "UpdateWorkspaceRequest")
record UpdateWorkspaceRequest(
        @Size(max = 100)
        @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Schema(description = "What people call it", examples = "Acme Corporation")
        @Nullable
        String name,

        @Schema(description = "What is kept of the traffic of domains that say nothing else", examples = "metadata")
        @Nullable
        Capture capture,

        @Schema(
                description = "Whether requests go on for a while when the spend arbiter can't be reached",
                examples = "false")
        @Nullable
        Boolean failOpen,

        @Schema(
                description = "What becomes of nodes that prove who they are and are not known yet: auto lets them in,"
                        + " approve lets them wait for an operator, closed refuses them",
                examples = "auto")
        @Nullable
        Enrolment enrolment,

        @Schema(
                description =
                        "Which of the keys that could serve a new lease it gets: weighted the one with the most left to"
                                + " spend for each lease that shares it, random any of them",
                examples = "weighted")
        @Nullable
        KeyChoicePolicy keyChoice,

        @Schema(
                description =
                        "Whether leases by the gateway end by themselves where their nodes don't say how long they need"
                                + " them; direct ones always do",
                examples = "true")
        @Nullable
        Boolean leasesExpire,

        @Size(max = 20)
        @Schema(
                description = "What is taken out of captured bodies, besides keys, tokens, e-mail addresses and payment"
                        + " cards; all rules there shall be")
        @Nullable
        List<@Valid @NotNull RedactionRule> redaction,

        @Schema(
                description =
                        "The version that was read before; the call is refused where it isn't the current one any more",
                examples = "3")
        @Nullable
        Long version) {}
