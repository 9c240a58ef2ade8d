package io.leasehold.distribution.node;

import org.jspecify.annotations.Nullable;

/** Whether a node that calls is let in. What is noted of one that isn't must be kept, so a refusal is no exception yet. */
public sealed interface Admission {
    /** It is in; its row is locked. */
    record In(Node node) implements Admission {}

    /** @param node null where nothing is known of it, nor to be */
    record Refused(@Nullable Node node, AdmissionRefusal reason) implements Admission {}
}
