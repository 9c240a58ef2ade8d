package io.leasehold.collector.ingest;

/** What was sent is no export of traces. */
final class UnreadableSpansException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableSpansException(Throwable cause) {
        super("The body is no ExportTraceServiceRequest.", cause);
    }
}
