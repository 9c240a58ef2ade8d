package io.leasehold.collector.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanFormatTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final Span EXPECTED = new Span(
            TRACE,
            SPAN,
            1_796_032_800_000_000_000L,
            1_796_032_801_000_000_000L,
            true,
            Map.of("gen_ai.operation.name", "chat", "gen_ai.usage.input_tokens", 12L, "ratio", 0.5, "streamed", true),
            Map.of("service.name", "app"));

    @Test
    void protocolBuffersAreRead() throws UnreadableSpansException {
        var span = io.opentelemetry.proto.trace.v1.Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
                .setSpanId(ByteString.copyFrom(HexFormat.of().parseHex(SPAN)))
                .setStartTimeUnixNano(EXPECTED.startNanos())
                .setEndTimeUnixNano(EXPECTED.endNanos())
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
                .addAttributes(
                        pair("gen_ai.operation.name", AnyValue.newBuilder().setStringValue("chat")))
                .addAttributes(
                        pair("gen_ai.usage.input_tokens", AnyValue.newBuilder().setIntValue(12)))
                .addAttributes(pair("ratio", AnyValue.newBuilder().setDoubleValue(0.5)))
                .addAttributes(pair("streamed", AnyValue.newBuilder().setBoolValue(true)))
                .addAttributes(pair("reasons", AnyValue.newBuilder().setArrayValue(ArrayValue.getDefaultInstance())));
        byte[] body = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(pair(
                                        "service.name", AnyValue.newBuilder().setStringValue("app"))))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build()
                .toByteArray();

        assertThat(new ProtobufSpans().read(body)).containsExactly(EXPECTED);
    }

    @Test
    void jsonIsRead() throws UnreadableSpansException {
        String body = """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"app"}}]},
                  "scopeSpans":[{"scope":{"name":"sdk"},"spans":[{
                    "traceId":"0AF7651916CD43DD8448EB211C80319C","spanId":"b7ad6b7169203331","name":"chat m","kind":3,
                    "startTimeUnixNano":"1796032800000000000","endTimeUnixNano":1796032801000000000,"status":{"code":2},
                    "attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},
                      {"key":"gen_ai.usage.input_tokens","value":{"intValue":"12"}},
                      {"key":"ratio","value":{"doubleValue":0.5}},{"key":"streamed","value":{"boolValue":true}},
                      {"key":"reasons","value":{"arrayValue":{"values":[]}}}]}]}]}],"later":1}
                """;

        assertThat(new JsonSpans().read(body.getBytes(UTF_8))).containsExactly(EXPECTED);
        assertThat(new JsonSpans().read("{}".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void whatIsNoExportIsRefused() {
        for (String body : List.of(
                "[]",
                "nothing",
                "{\"resourceSpans\":[",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"startTimeUnixNano\":\"x\"}]}]}]}")) {
            assertThatThrownBy(() -> new JsonSpans().read(body.getBytes(UTF_8)))
                    .isInstanceOf(UnreadableSpansException.class);
        }
        assertThatThrownBy(() -> new ProtobufSpans().read(new byte[] {1, 2, 3}))
                .isInstanceOf(UnreadableSpansException.class);
    }

    @Test
    void answersSayWhatWasNotTaken() throws Exception {
        ExportTraceServiceResponse partial =
                ExportTraceServiceResponse.parseFrom(new ProtobufSpans().answer(2, "No lease."));

        assertThat(partial.getPartialSuccess().getRejectedSpans()).isEqualTo(2);
        assertThat(partial.getPartialSuccess().getErrorMessage()).isEqualTo("No lease.");
        assertThat(new ProtobufSpans().answer(0, null)).isEmpty();
        assertThat(new String(new JsonSpans().answer(2, "No lease."), UTF_8))
                .isEqualTo("{\"partialSuccess\":{\"rejectedSpans\":\"2\",\"errorMessage\":\"No lease.\"}}");
        assertThat(new String(new JsonSpans().answer(0, null), UTF_8)).isEqualTo("{}");
        // Field 2 of google.rpc.Status, three bytes long.
        assertThat(new ProtobufSpans().failure("bad")).isEqualTo(new byte[] {0x12, 3, 'b', 'a', 'd'});
    }

    private static KeyValue.Builder pair(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value);
    }
}
