package io.leasehold.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** The {@code traceparent} of the work under way. */
public final class TraceContext {
    private TraceContext() {}

    /** Null outside of any trace. */
    public static @Nullable String current() {
        SpanContext span = Span.current().getSpanContext();
        if (!span.isValid()) {
            return null;
        }
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    /** Does work as part of that trace. A malformed one is passed over. */
    public static void within(@Nullable String traceParent, Runnable work) {
        Context.current().with(Span.wrap(parse(traceParent))).wrap(work).run();
    }

    private static SpanContext parse(@Nullable String traceParent) {
        if (traceParent == null || !traceParent.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")) {
            return SpanContext.getInvalid();
        }
        String[] parts = traceParent.split("-", 4);
        return SpanContext.createFromRemoteParent(
                parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault());
    }
}
