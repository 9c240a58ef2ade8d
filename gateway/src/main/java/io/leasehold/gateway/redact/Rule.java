package io.leasehold.gateway.redact;

import java.util.List;

/** Finds one kind of what must not be told, in time that is linear in the text. */
@FunctionalInterface
interface Rule {
    void find(String text, List<Span> found);
}
