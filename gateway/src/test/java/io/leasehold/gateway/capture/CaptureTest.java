package io.leasehold.gateway.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.contracts.Capture;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.ExchangeCaptured;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Continuation;
import io.leasehold.contracts.event.WorkspaceView.Domain;
import io.leasehold.contracts.event.WorkspaceView.Redaction;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.kit.json.Json;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class CaptureTest {
    private static final String KEY = "sk-ant-api03-" + "a1B2c3D4".repeat(5);
    private static final String ASK = """
            {"model":"claude-opus-5","max_tokens":30,"stream":%s,"messages":[{"role":"user","content":%s}]}""";

    private static final Continuation NONE = new Continuation(0, List.of(), null, null);

    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().ofDomain(null).make();

    @Test
    void whereNothingIsKeptNothingIsTold() {
        captures(Capture.NONE);

        RequestCompleted record = record(ask("none.example.com", ASK.formatted(false, "\"hi\"")));
        RequestCompleted full = record(ask("full.example.com", ASK.formatted(false, "\"hi\"")));

        assertThat(record.continuation()).isNull();
        assertThat(capturedUntil(full)).doesNotContain(record.requestId());
    }

    @Test
    void metadataTellsWhatLinksAndNotWhatWasSaid() {
        captures(Capture.METADATA);

        RequestCompleted record = record(ask(null, ASK.formatted(false, "\"hi\"")));
        RequestCompleted full = record(ask("full.example.com", ASK.formatted(false, "\"hi\"")));

        Continuation links = Objects.requireNonNull(record.continuation());
        assertThat(links.messages()).isEqualTo(1);
        assertThat(links.prefixes()).hasSize(1).allMatch(hmac -> hmac.length() == 22);
        assertThat(links.withAnswer()).isNotEqualTo(links.prefixes().getFirst()).hasSize(22);
        assertThat(links.responseId()).startsWith("msg_");
        assertThat(capturedUntil(full)).doesNotContain(record.requestId());
    }

    @Test
    void aTurnIsLinkedToTheAnswerThatItGoesOnFromPlainOrStreamed() throws IOException {
        captures(Capture.METADATA);
        HttpResponse<String> plain = ask(null, ASK.formatted(false, "\"hi\""));
        HttpResponse<String> streamed = ask(null, ASK.formatted(true, "\"ho\""));

        Continuation first = Objects.requireNonNull(record(plain).continuation());
        Continuation second = Objects.requireNonNull(record(streamed).continuation());
        Continuation afterFirst = goOn("hi", text(plain));
        Continuation afterSecond = goOn("ho", streamedText(streamed));

        assertThat(afterFirst.messages()).isEqualTo(3);
        assertThat(afterFirst.prefixes().subList(0, 2))
                .containsExactly(first.prefixes().getFirst(), first.withAnswer());
        assertThat(afterSecond.prefixes().subList(0, 2))
                .containsExactly(second.prefixes().getFirst(), second.withAnswer());
        assertThat(afterSecond.prefixes()).doesNotContainAnyElementsOf(afterFirst.prefixes());
    }

    @Test
    void theSameWordsInAnotherWorkspaceAreLinkedToNothing() {
        captures(Capture.METADATA);
        Tenant other = Tenant.of("anthropic");
        TestLease theirs = other.lease().ofDomain(null).make();
        other.isWorkspace(Capture.METADATA);
        String body = ASK.formatted(false, "\"hi\"");
        Continuation ours = Objects.requireNonNull(record(ask(null, body)).continuation());

        Await.untilAsserted(() -> {
            HttpResponse<String> answer = Gateway.send(Gateway.anthropic(Gateway.url(), theirs.token(), "/v1/messages")
                    .POST(BodyPublishers.ofString(body)));
            Continuation others =
                    Objects.requireNonNullElse(record(theirs, answer).continuation(), NONE);
            assertThat(others.prefixes()).hasSize(1).doesNotContainAnyElementsOf(ours.prefixes());
        });
    }

    @Test
    void whatIsToldOfBodiesIsRedacted() {
        captures(Capture.FULL, new Redaction("employee", "E-[0-9]{6}"));
        String said = "\"My key is %s, card 4111 1111 1111 1111, write to ada\\u0040example.com, E-123456. Fine\\nday\""
                .formatted(KEY);

        HttpResponse<String> answer = ask(null, ASK.formatted(true, said));
        ExchangeCaptured captured = lease.captured(id(answer));

        ExchangeCaptured.Body request = Objects.requireNonNull(captured.request());
        assertThat(request.text())
                .contains("[redacted:key]", "[redacted:card]", "[redacted:e-mail]", "[redacted:employee]", "Fine\\nday")
                .doesNotContain(KEY, "4111", "ada", "123456");
        assertThat(request.cut()).isFalse();
        ExchangeCaptured.Body told = Objects.requireNonNull(captured.answer());
        assertThat(told.text()).contains("event: message_start", "content_block_delta", "message_stop");
        assertThat(told.contentType()).startsWith("text/event-stream");
        assertThat(captured.leaseId()).isEqualTo(lease.id());
        assertThat(captured.model()).isEqualTo("claude-opus-5");
    }

    @Test
    void aLongBodyIsCutAndSaysSo() {
        captures(Capture.FULL);
        String word = "word ".repeat(130_000);

        HttpResponse<String> answer = ask(null, ASK.formatted(false, '"' + word + '"'));
        ExchangeCaptured.Body request =
                Objects.requireNonNull(lease.captured(id(answer)).request());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(request.cut()).isTrue();
        assertThat(request.text().length()).isBetween(500_000, ExchangeCaptured.LONGEST_BODY);
        assertThat(Objects.requireNonNull(record(answer).continuation()).messages())
                .isEqualTo(1);
    }

    /** Told, and known to the gateway where what it says shows. */
    private void captures(Capture capture, Redaction... redaction) {
        tenant.isWorkspace(
                capture,
                List.of(redaction),
                new Domain(UUID.randomUUID(), "none.example.com", Capture.NONE),
                new Domain(UUID.randomUUID(), "full.example.com", Capture.FULL));
        Await.untilAsserted(() -> assertThat(record(ask("full.example.com", ASK.formatted(false, "\"are you there?\"")))
                        .continuation())
                .isNotNull());
    }

    private Continuation goOn(String said, String answer) {
        ObjectNode body = Json.events().createObjectNode();
        body.put("model", "claude-opus-5").put("max_tokens", 30);
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "user").put("content", said);
        ObjectNode text = messages.addObject()
                .put("role", "assistant")
                .putArray("content")
                .addObject();
        text.put("type", "text").put("text", answer).putObject("cache_control").put("type", "ephemeral");
        messages.addObject().put("role", "user").put("content", "and then?");
        return Objects.requireNonNull(record(ask(null, body.toString())).continuation());
    }

    private static String text(HttpResponse<String> answer) throws IOException {
        return Json.events().readTree(answer.body()).at("/content/0/text").asText();
    }

    private static String streamedText(HttpResponse<String> answer) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : answer.body().lines().toList()) {
            if (line.startsWith("data:")) {
                JsonNode event = Json.events().readTree(line.substring(5));
                text.append(event.at("/delta/text").asText(""));
            }
        }
        return text.toString();
    }

    private HttpResponse<String> ask(@Nullable String domain, String body) {
        var request = Gateway.anthropic(Gateway.url(), lease.token(), "/v1/messages");
        if (domain != null) {
            request.header("x-leasehold-domain", domain);
        }
        return Gateway.send(request.POST(BodyPublishers.ofString(body)));
    }

    private RequestCompleted record(HttpResponse<String> answer) {
        return record(lease, answer);
    }

    private static RequestCompleted record(TestLease lease, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        UUID id = id(answer);
        return lease.records(1, request -> request.requestId().equals(id)).getFirst();
    }

    private static UUID id(HttpResponse<String> answer) {
        return UUID.fromString(answer.headers().firstValue("x-request-id").orElseThrow());
    }

    /** The requests of which bodies were told until those of this one were. */
    private List<UUID> capturedUntil(RequestCompleted last) {
        List<UUID> seen = new ArrayList<>();
        Events.awaitRecords(Topic.CONTENT, consumed -> {
            seen.add(UUID.fromString(consumed.key()));
            return consumed.key().equals(last.requestId().toString());
        });
        return seen;
    }
}
