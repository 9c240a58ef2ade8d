package io.leasehold.providers.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.CredentialHeader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderClientTest {
    private static final String CALL = "GET /thing";
    private static final CredentialHeader HEADER = new CredentialHeader("x-api-key", "");
    private final FakeProvider provider = new FakeProvider();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final ProviderClient client = client(ClientSettings.defaults());

    @AfterEach
    void stop() {
        client.close();
        provider.close();
    }

    @Test
    void aCallIsToldWithoutWhatMayBeSecretInIt() {
        Access access = new Access(provider.url(), Secret.of("top-secret-value"));

        assertThat(ApiCall.form(access, "/token?key=AIza", Map.of("client_secret", "hush")))
                .hasToString("POST /token");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 529})
    void whatMayPassIsTriedAgain(int status) {
        provider.on(CALL, status, "{}").on(CALL, 200, "{\"ok\":true}");

        assertThat(get().body().path("ok").asBoolean()).isTrue();
        assertThat(provider.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 402, 403, 404, 413, 422})
    void whatWillNotPassIsNot(int status) {
        provider.on(CALL, status, "{}");

        ProviderException failure = failure();

        assertThat(failure.retryable()).isFalse();
        assertThat(failure.status()).isEqualTo(status);
        assertThat(provider.calls()).hasSize(1);
    }

    /** Whether the provider did it before it failed, nobody knows. */
    @ParameterizedTest
    @ValueSource(ints = {408, 409, 500, 503})
    void whatMakesSomethingAnewIsSentOnce(int status) {
        provider.on("POST /things", status, "{}");

        assertThatThrownBy(this::create).isInstanceOf(ProviderException.class);

        assertThat(provider.calls()).hasSize(1);
    }

    @Test
    void whatMakesSomethingAnewIsSentAgainAfterARateLimit() {
        provider.on("POST /things", 429, "{}").on("POST /things", 200, "{\"ok\":true}");

        assertThat(create().body().path("ok").asBoolean()).isTrue();
    }

    @Test
    void waitsDoubleUpToTheirCapAQuarterMoreOrLess() {
        ProviderClient patient = client(ClientSettings.defaults()
                .with(new RetryPolicy(7, Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(30))));
        provider.on(CALL, 503, "{}");

        assertThatThrownBy(() -> get(patient)).isInstanceOf(ProviderException.class);

        List<Integer> seconds = List.of(1, 2, 4, 8, 10, 10);
        assertThat(pauses).hasSize(seconds.size());
        for (int i = 0; i < seconds.size(); i++) {
            assertThat(pauses.get(i))
                    .isBetween(Duration.ofMillis(seconds.get(i) * 750L), Duration.ofMillis(seconds.get(i) * 1250L));
        }
    }

    @Test
    void whatTheProviderAsksForIsWaited() {
        provider.on(CALL, 429, "{}", Map.of("retry-after", "7"))
                .on(CALL, 429, "{}", Map.of("retry-after", "7", "retry-after-ms", "1500"))
                .on(CALL, 503, "{}", Map.of("retry-after", "Sat, 21 Nov 2026 12:00:20 GMT"))
                .on(CALL, 200, "{}");

        get();

        assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofMillis(1500), Duration.ofSeconds(20));
    }

    @Test
    void whatAProviderSaysIsOfNoUseIsNotTriedAgain() {
        provider.on(CALL, 503, "{}", Map.of("x-should-retry", "false"));

        ProviderException failure = failure();

        assertThat(failure.failure()).isEqualTo(Failure.UNAVAILABLE);
        assertThat(provider.calls()).hasSize(1);
    }

    @Test
    void aWaitTooLongIsToldInsteadOfSlept() {
        provider.on(CALL, 429, "{}", Map.of("retry-after", "3600"));

        ProviderException failure = failure();

        assertThat(pauses).isEmpty();
        assertThat(failure.retryable()).isTrue();
        assertThat(failure.waitFor()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void attemptsCanBeSet() {
        ProviderClient hasty = client(ClientSettings.defaults().with(RetryPolicy.none()));
        provider.on(CALL, 503, "{}");

        assertThatThrownBy(() -> get(hasty)).isInstanceOf(ProviderException.class);
        assertThat(provider.calls()).hasSize(1);
    }

    @Test
    void anAccountThatKeepsFailingIsNotCalledForAWhile() {
        ProviderClient wary = client(
                ClientSettings.defaults().with(RetryPolicy.none()).with(new BreakerPolicy(2, Duration.ofHours(1))));
        provider.on(CALL, 503, "{}");

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> get(wary)).isInstanceOf(ProviderException.class);
        }
        ProviderException last = catchThrowableOfType(ProviderException.class, () -> get(wary));

        assertThat(provider.calls()).hasSize(2);
        assertThat(last.retryable()).isTrue();
        assertThat(last.waitFor()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(last.explanation()).contains("Acme", "in a row");
    }

    @Test
    void aMessageNeverHoldsTheSecret() {
        provider.on(
                CALL,
                401,
                "{\"error\":{\"code\":\"bad_top-secret-value\",\"message\":\"Incorrect key: top-secret-value\\nLook\"}}");

        ProviderException failure = failure();

        assertThat(failure.getMessage()).contains("Acme answered 401").doesNotContain("top-secret-value");
        assertThat(failure.code()).isEqualTo("bad_…");
        assertThat(ApiCall.get(provider.access("top-secret-value"), HEADER, "/").toString())
                .doesNotContain("top-secret-value");
    }

    @Test
    void aRedirectIsNotFollowedWithTheCredential() {
        provider.on(CALL, 302, "{}", Map.of("location", "/elsewhere")).on("GET /elsewhere", 200, "{}");

        assertThat(failure().failure()).isEqualTo(Failure.UNREADABLE);
        assertThat(provider.calls()).containsExactly(CALL);
    }

    @Test
    void anAnswerThatIsNoJsonIsUnreadable() {
        provider.on(CALL, 200, "<html>");

        assertThat(failure().failure()).isEqualTo(Failure.UNREADABLE);
    }

    @Test
    void nobodyThereIsUnavailableAndTriedAgain() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://localhost:" + socket.getLocalPort());
        }
        Access access = new Access(nobody, Secret.of("top-secret-value"));
        ProviderClient client = Clients.of(nobody, ClientSettings.defaults(), pauses::add);

        ProviderException failure = catchThrowableOfType(
                ProviderException.class, () -> client.send(ApiCall.get(access, HEADER, "/thing"), new AcmeErrors()));

        assertThat(failure.failure()).isEqualTo(Failure.UNAVAILABLE);
        assertThat(pauses).hasSize(3);
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        provider.on(CALL, 200, "\"" + "x".repeat(33 << 20) + "\"");
        ProviderClient once = client(ClientSettings.defaults().with(RetryPolicy.none()));

        ProviderException failure = catchThrowableOfType(ProviderException.class, () -> get(once));

        assertThat(failure.failure()).isEqualTo(Failure.UNAVAILABLE);
    }

    @Test
    void anAnswerThatNeverComesIsATimeout() throws IOException {
        ClientSettings hasty =
                new ClientSettings(Duration.ofSeconds(1), Duration.ofMillis(200), RetryPolicy.none(), "test");
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://localhost:" + silent.getLocalPort());
            Access access = new Access(address, Secret.of("top-secret-value"));
            ProviderClient client = Clients.of(address, hasty, pauses::add);

            ProviderException failure = catchThrowableOfType(
                    ProviderException.class,
                    () -> client.send(ApiCall.get(access, HEADER, "/thing"), new AcmeErrors()));

            assertThat(failure.failure()).isEqualTo(Failure.TIMEOUT);
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void amountsAreReadExactlyAsNumberOrString() {
        provider.on(CALL, 200, "{\"number\":0.10000000000000000001,\"string\":\"123.4567\",\"none\":null}");
        Answer answer = get();

        assertThat(JsonFields.amount(answer.body(), "number")).isEqualTo(new BigDecimal("0.10000000000000000001"));
        assertThat(JsonFields.amount(answer.body(), "string")).isEqualTo(new BigDecimal("123.4567"));
        assertThatThrownBy(() -> JsonFields.amount(answer.body(), "none")).isInstanceOf(ProviderException.class);
    }

    private Answer create() {
        ApiCall call = ApiCall.with("POST", provider.access("top-secret-value"), HEADER, "/things", "{}");
        return client.send(call.once(), new AcmeErrors());
    }

    private Answer get() {
        return get(client);
    }

    private Answer get(ProviderClient by) {
        return by.send(ApiCall.get(provider.access("top-secret-value"), HEADER, "/thing"), new AcmeErrors());
    }

    private ProviderException failure() {
        return catchThrowableOfType(ProviderException.class, this::get);
    }

    private ProviderClient client(ClientSettings settings) {
        return Clients.of(provider.url(), settings, pauses::add);
    }

    private static final class AcmeErrors implements ErrorReader {
        @Override
        public String provider() {
            return "Acme";
        }

        @Override
        public Reading read(Answer answer) {
            JsonNode error = answer.body().path("error");
            return new Reading(
                    ErrorReader.byStatus(answer.status()),
                    JsonFields.text(error, "code"),
                    JsonFields.text(error, "message"));
        }
    }
}
