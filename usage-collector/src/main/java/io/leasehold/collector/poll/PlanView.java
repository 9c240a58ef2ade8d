package io.leasehold.collector.poll;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A poll plan: what somebody wants, and what goes. */
@Schema(name = "PollPlan")
record PlanView(
        @Schema(
                description =
                        "What is wanted here; what is null is left to the provider's plan, and then to the configuration")
        PlanChoiceView chosen,

        @Schema(description = "What goes") PlanInForceView inForce) {}
