package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Base64ImageSource;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.ImageBlockParam;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.Tool;
import io.leasehold.contracts.LeaseState;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.SdkOutcome;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.leasehold.test.Await;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anthropic's official client, with the gateway as its base URL and the lease token as its key. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class SdkTest {
    private final Tenant tenant = Tenant.of("anthropic");
    private final TestLease lease = tenant.lease().limitedTo("20").make();
    private final AnthropicClient client = AnthropicOkHttpClient.builder()
            .baseUrl(Gateway.url() + "/anthropic")
            .apiKey(lease.token())
            .maxRetries(0)
            .build();
    private final AnthropicClient direct = AnthropicOkHttpClient.builder()
            .baseUrl(Gateway.simulatorUrl() + "/anthropic")
            .apiKey(tenant.secret())
            .maxRetries(0)
            .build();
    private final MessageCreateParams hello = MessageCreateParams.builder()
            .model(Gateway.MODEL)
            .maxTokens(50)
            .addUserMessage("Hello there")
            .build();

    @AfterEach
    void close() {
        client.close();
        direct.close();
    }

    @Test
    void aPlainMessageWorks() {
        Message answer = client.messages().create(hello);

        assertThat(answer.content().getFirst().asText().text()).isNotBlank();
        assertThat(answer.usage().outputTokens()).isPositive();
    }

    @Test
    void aStreamedMessageIsTheSameMessage() {
        String plain =
                client.messages().create(hello).content().getFirst().asText().text();

        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(hello)) {
            String streamed = stream.stream()
                    .flatMap(event -> event.contentBlockDelta().stream())
                    .flatMap(delta -> delta.delta().text().stream())
                    .map(text -> text.text())
                    .collect(Collectors.joining());

            assertThat(streamed).isEqualTo(plain);
        }
    }

    @Test
    void modelsAreListed() {
        assertThat(client.models().list().data()).anyMatch(model -> model.id().equals(Gateway.MODEL));
    }

    @Test
    void aRevokedLeaseIsAnErrorThatTheClientKnows() {
        lease.ends(LeaseState.REVOKED);

        Await.untilAsserted(() ->
                assertThatThrownBy(() -> client.messages().create(hello)).isInstanceOf(UnauthorizedException.class));
    }

    @Test
    void toolsAreCalledInTheSameWay() {
        MessageCreateParams asking = hello.toBuilder()
                .addUserMessage("How is it there? [[call=get_weather {\"city\":\"Köln\"}]]")
                .addTool(Tool.builder()
                        .name("get_weather")
                        .inputSchema(Tool.InputSchema.builder()
                                .required(List.of("city"))
                                .build())
                        .build())
                .build();

        assertThat(same(anthropic -> anthropic.messages().create(asking))).contains("tool_use", "Köln");
        assertThat(same(anthropic -> gathered(anthropic, asking))).contains("tool_use", "Köln");
    }

    @Test
    void imagesAreSeenAndTokensCountedInTheSameWay() {
        ContentBlockParam image = ContentBlockParam.ofImage(ImageBlockParam.builder()
                .source(Base64ImageSource.builder()
                        .mediaType(Base64ImageSource.MediaType.IMAGE_PNG)
                        .data("iVBORw0KGgo=")
                        .build())
                .build());
        MessageCreateParams showing = hello.toBuilder()
                .addUserMessageOfContentBlockParams(List.of(image))
                .build();
        MessageCountTokensParams counting = MessageCountTokensParams.builder()
                .model(Gateway.MODEL)
                .messages(showing.messages())
                .build();

        assertThat(same(anthropic -> anthropic.messages().create(showing))).contains("usage");
        assertThat(same(anthropic -> anthropic.messages().countTokens(counting)))
                .contains("inputTokens");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request, BadRequestException",
        "permission, PermissionDeniedException",
        "too_large, ContentTooLargeException",
        "rate_limit, RateLimitException",
        "api_error, InternalServerException",
        "overloaded, OverloadedException"
    })
    void errorsAreTheSame(String kind, String type) {
        tenant.fault(Map.of("error_kind", kind));

        assertThat(same(anthropic -> anthropic.messages().create(hello))).startsWith(type);
    }

    @Test
    void aCallIsTriedAgainAndAStreamThatBreaksOffIsAnErrorInTheSameWay() {
        assertThat(same(anthropic -> {
                    tenant.fault(Map.of("error_kind", "overloaded", "times", 1));
                    return anthropic
                            .withOptions(options -> options.maxRetries(1))
                            .messages()
                            .create(hello);
                }))
                .startsWith("Message{");

        tenant.fault(Map.of("error_kind", "overloaded", "cut_stream_after_events", 4));
        assertThat(same(anthropic -> gathered(anthropic, hello)))
                .contains("Exception")
                .contains("overloaded");
    }

    @Test
    void aCallThatTakesTooLongIsGivenUpInTheSameWay() {
        tenant.fault(Map.of("latency_ms", 5_000));

        assertThat(same(anthropic -> anthropic
                        .withOptions(options -> options.timeout(Duration.ofMillis(300)))
                        .messages()
                        .create(hello)))
                .startsWith("AnthropicIoException");
    }

    @Test
    void aStreamMayBeLeftInTheMiddle() {
        tenant.fault(Map.of("token_interval_ms", 50));

        assertThat(same(anthropic -> {
                    try (StreamResponse<RawMessageStreamEvent> stream =
                            anthropic.messages().createStreaming(hello)) {
                        return stream.stream().limit(6).toList();
                    }
                }))
                .contains("contentBlockDelta");
    }

    private static Message gathered(AnthropicClient anthropic, MessageCreateParams params) {
        MessageAccumulator message = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> stream = anthropic.messages().createStreaming(params)) {
            stream.stream().forEach(message::accumulate);
        }
        return message.message();
    }

    /** What both come to. */
    private String same(Function<AnthropicClient, Object> call) {
        String straight = SdkOutcome.of(() -> call.apply(direct));
        assertThat(SdkOutcome.of(() -> call.apply(client))).isEqualTo(straight);
        return straight;
    }
}
