package io.leasehold.collector.ingest;

/** What a span says of calls to providers. */
sealed interface Reading {
    /** It is one. */
    record Inference(Call call) implements Reading {}

    /** It is about something else, or about calls that a gateway has seen. */
    record Ignored() implements Reading {}

    /** It seems to be one, and can't be. */
    record Nonsense(String reason) implements Reading {}
}
