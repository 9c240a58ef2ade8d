package io.leasehold.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.leasehold.collector.Api;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.UsageReported;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Spans as an exporter of OpenTelemetry sends them. */
@QuarkusTest
class TracesTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();

    @Test
    void aCallAmongSpansCounts() {
        DirectNode node = DirectNode.in(workspace, "node-1");
        String conversation = UUID.randomUUID().toString();

        export(node, spans(chat(conversation, "anthropic", Instant.now()), other()))
                .body(equalTo("{}"));

        UsageReported told = (UsageReported) Events.await(
                        Topic.USAGE,
                        1,
                        event -> event.data() instanceof UsageReported report
                                && conversation.equals(report.conversation()))
                .getFirst()
                .data();
        assertThat(told.leaseId()).isEqualTo(node.leaseId);
        assertThat(told.tokens()).isEqualTo(Tokens.text(1000, 200));
        assertThat(told.cost()).isEqualByComparingTo(new BigDecimal("0.01"));
    }

    @Test
    void whatDoesNotCountIsAPartialSuccess() {
        DirectNode node = DirectNode.in(workspace, "node-1");
        Instant longAgo = Instant.now().minusSeconds(1_800);

        export(node, spans(chat("x", "mistral", longAgo), chat("y", "anthropic", Instant.now())))
                .body("partialSuccess.rejectedSpans", equalTo("1"))
                .body("partialSuccess.errorMessage", containsString("no direct lease for mistral"));
    }

    @Test
    void whereALeaseMayNotBeKnownYetAllIsSentAgain() {
        DirectNode node = DirectNode.in(workspace, "node-1");

        node.call()
                .contentType("application/json")
                .body(spans(chat("x", "mistral", Instant.now())))
                .post("/v1/traces")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("5"))
                .body("message", containsString("send them again"));
    }

    @Test
    void protocolBuffersAreAnsweredWithProtocolBuffers() throws IOException {
        DirectNode node = DirectNode.in(workspace, "node-1");

        byte[] answer = node.call()
                .contentType("application/x-protobuf")
                .body(new byte[0])
                .post("/v1/traces")
                .then()
                .statusCode(200)
                .contentType("application/x-protobuf")
                .extract()
                .asByteArray();

        assertThat(ExportTraceServiceResponse.parseFrom(answer).hasPartialSuccess())
                .isFalse();
        node.call()
                .contentType("application/x-protobuf")
                .body(new byte[] {1, 2, 3})
                .post("/v1/traces")
                .then()
                .statusCode(400);
    }

    @Test
    void whatWasPackedIsUnpacked() throws IOException {
        DirectNode node = DirectNode.in(workspace, "node-1");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(spans(other()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        node.call()
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/v1/traces")
                .then()
                .statusCode(200);
    }

    @Test
    void onlyNodesExport() {
        Api.as(workspace, "admin")
                .contentType("application/json")
                .body("{}")
                .post("/v1/traces")
                .then()
                .statusCode(403);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/v1/traces")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse export(DirectNode node, String spans) {
        return node.call()
                .contentType("application/json")
                .body(spans)
                .post("/v1/traces")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    private static String spans(String... spans) {
        return "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + String.join(",", spans) + "]}]}]}";
    }

    private static String other() {
        return span(Instant.now(), "{\"key\":\"http.request.method\",\"value\":{\"stringValue\":\"GET\"}}");
    }

    private static String chat(String conversation, String provider, Instant at) {
        return span(at, """
                {"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},
                {"key":"gen_ai.provider.name","value":{"stringValue":"%s"}},
                {"key":"gen_ai.request.model","value":{"stringValue":"claude-opus-5"}},
                {"key":"gen_ai.conversation.id","value":{"stringValue":"%s"}},
                {"key":"gen_ai.usage.input_tokens","value":{"intValue":"1000"}},
                {"key":"gen_ai.usage.output_tokens","value":{"intValue":"200"}}
                """.formatted(provider, conversation));
    }

    private static String span(Instant at, String attributes) {
        byte[] id = new byte[24];
        ThreadLocalRandom.current().nextBytes(id);
        String hex = HexFormat.of().formatHex(id);
        return """
                {"traceId":"%s","spanId":"%s","startTimeUnixNano":"%d","endTimeUnixNano":"%d","attributes":[%s]}
                """.formatted(
                        hex.substring(0, 32),
                        hex.substring(32),
                        at.toEpochMilli() * 1_000_000,
                        at.toEpochMilli() * 1_000_000 + 1_000,
                        attributes);
    }
}
