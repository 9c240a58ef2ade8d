package io.leasehold.distribution.node;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The calling node, and when it should call again. */
@Schema(name = "Heartbeat")
record HeartbeatAnswer(
        @Schema(description = "The node that called.") NodeAnswer node,

        @Schema(description = "How soon, in seconds, it should be heard of again.", examples = "60")
        long nextWithinSeconds) {}
