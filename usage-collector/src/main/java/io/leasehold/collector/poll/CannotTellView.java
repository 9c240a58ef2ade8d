package io.leasehold.collector.poll;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that a provider does not tell. */
@Schema(name = "CannotTell")
record CannotTellView(
        @Schema(
                description =
                        "What is not told: cost, per_key_cost, usage, per_key_usage, usage_requests, usage_tokens, usage_today, usage_by_hour, usage_by_minute or quota",
                examples = "quota")
        String what,

        @Schema(
                description = "What to do instead",
                examples = "Anthropic does not tell what credit is left. See Billing in its Console.")
        String instead) {}
