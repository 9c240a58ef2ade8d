package io.leasehold.gateway.capture;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.LeaseState;
import io.leasehold.contracts.Tokens;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.UsageSource;
import io.leasehold.contracts.event.ExchangeCaptured;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.stored.StoredAnswers;
import io.leasehold.gateway.world.StoredSettings;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Providers;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.Route;
import io.leasehold.test.Await;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CapturesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Route ROUTE = Objects.requireNonNull(
            Providers.load().get("anthropic").dialect().orElseThrow().match("POST", "/v1/messages"));
    private static final byte[] ASK = "{\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}".getBytes(UTF_8);
    private static final Buffer ANSWER = Buffer.buffer("""
            {"type":"message","role":"assistant","content":[{"type":"text","text":"Good day"}]}""");
    private static final String SENT_WITH = "0f9e8d7c6b5a49382716f5e4d3c2b1a0";
    private static final SecretSource KNOWN = (path, version) -> Secret.of("secret");

    private final UUID workspace = UUID.randomUUID();
    private final StoredAnswers stored =
            new StoredAnswers(new StoredSettings(true, 10, Duration.ofHours(1)), Clock.fixed(NOW, ZoneOffset.UTC));
    private CaptureRules rules = new CaptureRules();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, byte[]> broker =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final BlockingQueue<RequestCompleted> records = new LinkedBlockingQueue<>();

    @Test
    void whereTheSecretCanNotBeReadTheRecordIsToldWithoutLinks() throws InterruptedException {
        rules.put(workspace(Capture.METADATA));
        Captures captures = captures(
                (path, version) -> {
                    throw SecretStoreProblem.missing(SecretPath.ofConversations(), version);
                },
                1024);

        end(begin(captures));

        assertThat(record().continuation()).isNull();
        assertThat(leftOut("links", "no_key")).isEqualTo(1);
        nothingIsKept();
    }

    @Test
    void whatThereIsNoRoomForIsLeftOutAndTheRecordIsTold() throws InterruptedException {
        rules.put(workspace(Capture.FULL));
        Captures captures = captures(KNOWN, ASK.length - 1);

        end(begin(captures));

        assertThat(record().continuation()).isNull();
        assertThat(leftOut("links", "budget")).isEqualTo(1);
        assertThat(leftOut("request_body", "budget")).isEqualTo(1);
        nothingIsKept();
    }

    @Test
    void anAnswerThatThereIsNoRoomForCostsItsLinkOnly() throws InterruptedException {
        rules.put(workspace(Capture.METADATA));
        Captures captures = captures(KNOWN, ASK.length + 100);

        end(begin(captures));

        RequestCompleted.Continuation links = Objects.requireNonNull(record().continuation());
        assertThat(links.prefixes()).hasSize(1);
        assertThat(links.withAnswer()).isNull();
        assertThat(leftOut("answer_link", "budget")).isEqualTo(1);
        nothingIsKept();
    }

    @Test
    void bodiesThatTheBrokerDoesNotTakeAreDroppedAndCounted() throws InterruptedException {
        rules.put(workspace(Capture.FULL));
        Captures captures = captures(KNOWN, 1024 * 1024);

        end(begin(captures));

        assertThat(record().continuation()).isNotNull();
        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));
        assertThat(broker.errorNext(new TimeoutException("no leader"))).isTrue();
        assertThat(leftOut("bodies", "broker")).isEqualTo(1);
        nothingIsKept();
    }

    @Test
    void bodiesAreToldUnderTheRequestsId() throws InterruptedException, IOException {
        rules.put(workspace(Capture.FULL));
        Captures captures = captures(KNOWN, 1024 * 1024);

        end(begin(captures));

        RequestCompleted record = record();
        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));
        assertThat(broker.history().getFirst().topic()).isEqualTo(Topic.CONTENT.topicName());
        assertThat(broker.history().getFirst().key())
                .isEqualTo(record.requestId().toString());
        ExchangeCaptured told =
                Json.events().readValue(broker.history().getFirst().value(), ExchangeCaptured.class);
        assertThat(Objects.requireNonNull(told.request()).text()).isEqualTo(new String(ASK, UTF_8));
        assertThat(Objects.requireNonNull(told.answer()).text()).isEqualTo(ANSWER.toString());
        nothingIsKept();
    }

    /** Whoever takes the record may fail, as may the thread that tells of bodies once it has ended. */
    @Test
    void whatFailsAtTheEndLeavesNothingKept() throws InterruptedException {
        for (Capture capture : List.of(Capture.METADATA, Capture.FULL)) {
            rules = new CaptureRules();
            rules.put(workspace(capture));
            Captures captures = captures(KNOWN, 1024 * 1024);
            Transcript transcript = Objects.requireNonNull(begin(captures));
            transcript.hear(ANSWER);

            transcript.end(completed(), "msg_1", told -> {
                records.add(told);
                throw new IllegalStateException("full");
            });

            assertThat(record().continuation()).isNotNull();
            nothingIsKept();
        }
    }

    @Test
    void bodiesThatComeAfterTheEndAreDroppedAndCounted() throws InterruptedException {
        rules.put(workspace(Capture.FULL));
        ContentPublisher content = new ContentPublisher(() -> broker, new CaptureMetrics(meters));
        Captures captures = captures(KNOWN, 1024 * 1024, content);
        content.stop(Duration.ofSeconds(10));

        end(begin(captures));

        assertThat(record().continuation()).isNotNull();
        Await.untilAsserted(() -> assertThat(leftOut("bodies", "broker")).isEqualTo(1));
        nothingIsKept();
    }

    /** No rule would find anything in it. */
    @Test
    void aCompressedAnswerIsNotKept() throws InterruptedException, IOException {
        rules.put(workspace(Capture.FULL));
        Captures captures = captures(KNOWN, 1024 * 1024);

        end(begin(captures, ASK, "gzip"));

        ExchangeCaptured told = captured();
        assertThat(told.request()).isNotNull();
        assertThat(told.answer()).isNull();
        assertThat(Objects.requireNonNull(record().continuation()).withAnswer()).isNull();
        assertThat(leftOut("answer_body", "unreadable")).isEqualTo(1);
        nothingIsKept();
    }

    @Test
    void whatIsNoTextIsNotTold() throws InterruptedException, IOException {
        rules.put(workspace(Capture.FULL));
        Captures captures = captures(KNOWN, 1024 * 1024);

        end(begin(captures, "{\"a\":\"sk-ant-api03-0123456789abcdef\"}".getBytes(UTF_16LE), null));

        assertThat(captured().request()).isNull();
        assertThat(leftOut("request_body", "unreadable")).isEqualTo(1);
        nothingIsKept();
    }

    /** It has no form by which it could be told from other words. */
    @Test
    void theKeyThatARequestWasSentWithIsNotTold() throws InterruptedException, IOException {
        rules.put(workspace(Capture.FULL));
        Captures captures = captures(KNOWN, 1024 * 1024);

        end(begin(captures, ("{\"a\":\"" + SENT_WITH + "\"}").getBytes(UTF_8), null));

        assertThat(Objects.requireNonNull(captured().request()).text()).isEqualTo("{\"a\":\"[redacted:key]\"}");
        nothingIsKept();
    }

    @Test
    void ofAWorkspaceThatIsNotKnownOrCanNotBeReadNothingIsTold() {
        Captures captures = captures(KNOWN, 1024);
        assertThat(begin(captures)).isNull();

        rules.put(workspace(Capture.METADATA));
        assertThat(begin(captures)).isNotNull();

        rules.remove(workspace);
        assertThat(begin(captures)).isNull();
    }

    private @Nullable Transcript begin(Captures captures) {
        return begin(captures, ASK, null);
    }

    private @Nullable Transcript begin(Captures captures, byte[] body, @Nullable String answerCoding) {
        Admitted admitted = new Admitted(lease(), null, Secret.of(SENT_WITH), 1, null, null, null);
        return captures.begin(
                admitted, ROUTE, body.clone(), body.length, "application/json", "application/json", answerCoding);
    }

    private ExchangeCaptured captured() throws IOException {
        Await.untilAsserted(() -> assertThat(broker.history()).hasSize(1));
        return Json.events().readValue(broker.history().getFirst().value(), ExchangeCaptured.class);
    }

    private void end(@Nullable Transcript transcript) {
        Transcript begun = Objects.requireNonNull(transcript);
        begun.hear(ANSWER);
        begun.end(completed(), "msg_1", records::add);
    }

    private RequestCompleted record() throws InterruptedException {
        return Objects.requireNonNull(records.poll(10, TimeUnit.SECONDS), "no record was told");
    }

    private double leftOut(String what, String reason) {
        Counter counter = meters.find("leasehold.gateway.capture.left.out")
                .tags("what", what, "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private void nothingIsKept() {
        Await.untilAsserted(() -> assertThat(
                        meters.get("leasehold.gateway.capture.bytes").gauge().value())
                .isZero());
    }

    private Captures captures(SecretSource source, long budget) {
        return captures(source, budget, new ContentPublisher(() -> broker, new CaptureMetrics(meters)));
    }

    private Captures captures(SecretSource source, long budget, ContentPublisher content) {
        ConversationKeys keys = new ConversationKeys(source);
        keys.start();
        if (source == KNOWN) {
            Await.untilAsserted(() -> assertThat(keys.of(workspace)).isNotNull());
        }
        return new Captures(
                rules,
                keys,
                content,
                stored,
                new CaptureMetrics(meters),
                () -> Optional.of(new MemorySize(BigInteger.valueOf(budget))));
    }

    private WorkspaceView workspace(Capture capture) {
        return new WorkspaceView(workspace, "acme", "Acme", capture, false, List.of(), 1, NOW);
    }

    private LeaseView lease() {
        return new LeaseView(
                UUID.randomUUID(),
                workspace,
                UUID.randomUUID(),
                "node-a",
                "anthropic",
                LeaseMode.GATEWAY,
                LeaseState.ACTIVE,
                UUID.randomUUID(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                NOW,
                NOW,
                null,
                null,
                null,
                1);
    }

    private RequestCompleted completed() {
        UUID id = UUID.randomUUID();
        return RequestCompleted.builder()
                .requestId(id)
                .workspaceId(workspace)
                .leaseId(id)
                .nodeId(id)
                .keyId(id)
                .accountId(id)
                .provider("anthropic")
                .model("m")
                .requestedModel("m")
                .route("POST /v1/messages")
                .admittedAt(NOW)
                .completedAt(NOW)
                .status(200)
                .tokens(Tokens.text(1, 1))
                .usageSource(UsageSource.REPORTED)
                .cost(BigDecimal.ONE)
                .reservation(BigDecimal.ONE)
                .latency(new RequestCompleted.Latency(1, 1L, 1, 1))
                .secretVersion(1)
                .replica(id)
                .build();
    }
}
