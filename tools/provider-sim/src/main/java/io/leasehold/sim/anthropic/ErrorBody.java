package io.leasehold.sim.anthropic;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The body of every error, and the data of an error event inside a stream. */
record ErrorBody(String type, Description error, @Nullable String requestId) {

    /** @param details absent unless the error has a code */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Description(
            String type, String message, @Nullable Details details) {}

    record Details(String errorCode) {}
}
