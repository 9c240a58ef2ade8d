package io.leasehold.distribution.node;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param nextWithinSeconds how soon the node should be heard of again */
@Schema(name = "Heartbeat")
record HeartbeatAnswer(
        NodeAnswer node, @Schema(examples = "60") long nextWithinSeconds) {}
