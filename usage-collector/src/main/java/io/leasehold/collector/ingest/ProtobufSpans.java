package io.leasehold.collector.ingest;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OTLP in Protocol Buffers. */
final class ProtobufSpans implements SpanFormat {
    static final String MEDIA_TYPE = "application/x-protobuf";

    private static final int STATUS_MESSAGE = 2;

    @Override
    public String mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public List<Span> read(byte[] body) throws UnreadableSpansException {
        try {
            return ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                    .flatMap(resource -> {
                        Map<String, Object> shared =
                                attributes(resource.getResource().getAttributesList());
                        return resource.getScopeSpansList().stream()
                                .flatMap(scope -> scope.getSpansList().stream())
                                .map(span -> span(span, shared));
                    })
                    .toList();
        } catch (InvalidProtocolBufferException malformed) {
            throw new UnreadableSpansException(malformed);
        }
    }

    private static Span span(io.opentelemetry.proto.trace.v1.Span span, Map<String, Object> resource) {
        return new Span(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                attributes(span.getAttributesList()),
                resource);
    }

    private static Map<String, Object> attributes(List<KeyValue> pairs) {
        Map<String, Object> attributes = new HashMap<>();
        pairs.forEach(pair -> value(pair.getValue()).ifPresent(value -> attributes.put(pair.getKey(), value)));
        return attributes;
    }

    /** Lists and maps say nothing of what was used. */
    private static Optional<Object> value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> Optional.of(value.getStringValue());
            case INT_VALUE -> Optional.of(value.getIntValue());
            case DOUBLE_VALUE -> Optional.of(value.getDoubleValue());
            case BOOL_VALUE -> Optional.of(value.getBoolValue());
            default -> Optional.empty();
        };
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    @Override
    public byte[] answer(long rejected, @Nullable String message) {
        ExportTraceServiceResponse.Builder answer = ExportTraceServiceResponse.newBuilder();
        if (message != null) {
            answer.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                    .setRejectedSpans(rejected)
                    .setErrorMessage(message));
        }
        return answer.build().toByteArray();
    }

    /** A {@code google.rpc.Status}, of which the message is all there is to say. */
    @Override
    public byte[] failure(String message) {
        byte[] status = new byte[CodedOutputStream.computeStringSize(STATUS_MESSAGE, message)];
        try {
            CodedOutputStream.newInstance(status).writeString(STATUS_MESSAGE, message);
        } catch (IOException impossible) {
            throw new IllegalStateException("There is room for it", impossible);
        }
        return status;
    }
}
