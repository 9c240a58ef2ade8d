package io.leasehold.collector.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the two ways in which OTLP over HTTP is spelled. Answers are in the way of what was asked. */
sealed interface SpanFormat permits JsonSpans, ProtobufSpans {
    String mediaType();

    /** @throws UnreadableSpansException where it is no export of traces */
    List<Span> read(byte[] body) throws UnreadableSpansException;

    /**
     * That all of it was taken, or that some was not.
     *
     * @param rejected how many spans were not
     * @param message why; null where there is nothing to say
     */
    byte[] answer(long rejected, @Nullable String message);

    /** That nothing of it was taken. */
    byte[] failure(String message);

    /** By the content type of what was sent. */
    static SpanFormat of(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(JsonSpans.MEDIA_TYPE)
                ? new JsonSpans()
                : new ProtobufSpans();
    }
}
