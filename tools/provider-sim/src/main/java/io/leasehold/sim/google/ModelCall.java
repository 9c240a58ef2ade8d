package io.leasehold.sim.google;

import io.leasehold.sim.http.Exchange;

/** A segment such as {@code gemini-2.5-flash:generateContent}. */
record ModelCall(String model, String call) {
    static final String VARIABLE = "call";

    static ModelCall of(Exchange exchange) {
        String segment = exchange.variable(VARIABLE);
        int colon = segment.lastIndexOf(':');
        return colon < 0
                ? new ModelCall(segment, "")
                : new ModelCall(segment.substring(0, colon), segment.substring(colon + 1));
    }

    boolean is(String other) {
        return call.equals(other);
    }

    boolean streams() {
        return is("streamGenerateContent");
    }

    boolean embeds() {
        return is("embedContent") || is("batchEmbedContents");
    }
}
