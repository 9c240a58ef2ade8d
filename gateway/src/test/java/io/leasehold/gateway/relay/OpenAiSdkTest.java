package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.CreateEmbeddingResponse;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStreamEvent;
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

/** OpenAI's official client, with the gateway as its base URL and the lease token as its key. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class OpenAiSdkTest {
    private static final String MODEL = "gpt-6-sol";

    private final Tenant tenant = Tenant.of("openai");
    private final TestLease lease = tenant.lease().limitedTo("20").make();
    private final OpenAIClient client = OpenAIOkHttpClient.builder()
            .baseUrl(Gateway.url() + "/openai/v1")
            .apiKey(lease.token())
            .maxRetries(0)
            .build();
    private final OpenAIClient direct = OpenAIOkHttpClient.builder()
            .baseUrl(Gateway.simulatorUrl() + "/openai/v1")
            .apiKey(tenant.secret())
            .maxRetries(0)
            .build();
    private final ChatCompletionCreateParams hello = ChatCompletionCreateParams.builder()
            .model(MODEL)
            .maxCompletionTokens(50)
            .addUserMessage("Hello there")
            .build();

    @AfterEach
    void close() {
        client.close();
        direct.close();
    }

    @Test
    void aStreamedCompletionIsThePlainOne() {
        ChatCompletion plain = client.chat().completions().create(hello);
        ChatCompletionCreateParams streaming = hello.toBuilder()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();

        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(streaming)) {
            String streamed = stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .collect(Collectors.joining());

            assertThat(streamed)
                    .isNotBlank()
                    .isEqualTo(plain.choices().getFirst().message().content().orElseThrow());
        }
    }

    @Test
    void responsesWork() {
        ResponseCreateParams params = ResponseCreateParams.builder()
                .model(MODEL)
                .maxOutputTokens(50)
                .input("Hello there")
                .build();

        Response plain = client.responses().create(params);

        assertThat(plain.usage().orElseThrow().outputTokens()).isPositive();
        try (StreamResponse<ResponseStreamEvent> stream = client.responses().createStreaming(params)) {
            assertThat(stream.stream().filter(ResponseStreamEvent::isCompleted)).hasSize(1);
        }
    }

    @Test
    void embeddingsAndModelsWork() {
        CreateEmbeddingResponse answer = client.embeddings()
                .create(EmbeddingCreateParams.builder()
                        .model("text-embedding-3-small")
                        .input("Hello there")
                        .build());

        assertThat(answer.data().getFirst().embedding()).hasSize(1536);
        assertThat(client.models().list().data()).anyMatch(model -> model.id().equals(MODEL));
    }

    @Test
    void aRevokedLeaseIsAnErrorThatTheClientKnows() {
        lease.ends(LeaseState.REVOKED);

        Await.untilAsserted(
                () -> assertThatThrownBy(() -> client.chat().completions().create(hello))
                        .isInstanceOf(UnauthorizedException.class));
    }

    @Test
    void toolsAreCalledInTheSameWay() {
        ChatCompletionCreateParams asking = hello.toBuilder()
                .addUserMessage("How is it there? [[call=get_weather {\"city\":\"Köln\"}]]")
                .addFunctionTool(
                        FunctionDefinition.builder().name("get_weather").build())
                .build();

        assertThat(same(openAi -> openAi.chat().completions().create(asking))).contains("tool_calls", "Köln");
        assertThat(same(openAi -> gathered(openAi, asking))).contains("tool_calls", "Köln");
    }

    @Test
    void imagesAreSeenInTheSameWay() {
        ChatCompletionContentPart image = ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
                .imageUrl(ChatCompletionContentPartImage.ImageUrl.builder()
                        .url("data:image/png;base64,iVBORw0KGgo=")
                        .build())
                .build());
        ChatCompletionCreateParams showing = hello.toBuilder()
                .addUserMessageOfArrayOfContentParts(List.of(image))
                .build();

        assertThat(same(openAi -> openAi.chat().completions().create(showing))).contains("usage");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request, BadRequestException",
        "permission, PermissionDeniedException",
        "unprocessable, UnprocessableEntityException",
        "rate_limit, RateLimitException",
        "api_error, InternalServerException"
    })
    void errorsAreTheSame(String kind, String type) {
        tenant.fault(Map.of("error_kind", kind));

        assertThat(same(openAi -> openAi.chat().completions().create(hello))).startsWith(type);
    }

    @Test
    void aCallIsTriedAgainAndGivenUpInTheSameWay() {
        assertThat(same(openAi -> {
                    tenant.fault(Map.of("error_kind", "overloaded", "times", 1));
                    return openAi.withOptions(options -> options.maxRetries(1))
                            .chat()
                            .completions()
                            .create(hello);
                }))
                .startsWith("ChatCompletion{");

        tenant.fault(Map.of("latency_ms", 5_000));
        assertThat(same(openAi -> openAi.withOptions(options -> options.timeout(Duration.ofMillis(300)))
                        .chat()
                        .completions()
                        .create(hello)))
                .startsWith("OpenAIIoException");
    }

    @Test
    void aStreamMayBeLeftInTheMiddle() {
        tenant.fault(Map.of("token_interval_ms", 50));

        assertThat(same(openAi -> {
                    try (StreamResponse<ChatCompletionChunk> stream =
                            openAi.chat().completions().createStreaming(hello)) {
                        return stream.stream().limit(4).toList();
                    }
                }))
                .contains("delta");
    }

    private static ChatCompletion gathered(OpenAIClient openAi, ChatCompletionCreateParams params) {
        ChatCompletionAccumulator completion = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                openAi.chat().completions().createStreaming(params)) {
            stream.stream().forEach(completion::accumulate);
        }
        return completion.chatCompletion();
    }

    /** What both come to. */
    private String same(Function<OpenAIClient, Object> call) {
        String straight = SdkOutcome.of(() -> call.apply(direct));
        assertThat(SdkOutcome.of(() -> call.apply(client))).isEqualTo(straight);
        return straight;
    }
}
