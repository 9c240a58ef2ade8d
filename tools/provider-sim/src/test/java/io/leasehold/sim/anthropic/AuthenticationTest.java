package io.leasehold.sim.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    private static final String MODELS = "/anthropic/v1/models";

    @RegisterExtension
    static final TestSim sim = TestSim.start();

    @Test
    void aWrongKeyIsAnAuthenticationErrorWithItsRequestId() {
        Reply reply = sim.send("GET", MODELS, null, "x-api-key", "wrong", "anthropic-version", "2023-06-01");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json()).isEqualTo(TestSim.parse("""
                {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"%s"}""".formatted(
                        reply.header("request-id").orElseThrow())));
    }

    @Test
    void noKeyIsAnAuthenticationError() {
        assertThat(sim.send("GET", MODELS, null, "anthropic-version", "2023-06-01")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theVersionIsRequired() {
        Reply reply =
                sim.send("GET", MODELS, null, "x-api-key", sim.anthropicKey().secret());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/error/message")).isEqualTo("anthropic-version: header is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-06-01", "2026-10-21"})
    void bothVersionsAreSpoken(String version) {
        assertThat(sim.send("GET", MODELS, null, "x-api-key", sim.anthropicKey().secret(), "anthropic-version", version)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBearerTokenServesAsWell() {
        String bearer = "Bearer " + sim.anthropicKey().secret();

        assertThat(sim.send("GET", MODELS, null, "authorization", bearer, "anthropic-version", "2023-06-01")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAdminKeyCannotInferAndAnInferenceKeyCannotAdminister() {
        assertThat(sim.anthropic("GET", "/v1/models", sim.anthropicAdmin()).status())
                .isEqualTo(401);
        assertThat(sim.anthropic("GET", "/v1/organizations/me", sim.anthropicKey())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anotherProvidersKeyIsWrong() {
        assertThat(sim.anthropic("GET", "/v1/models", sim.openRouterKey()).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inactive", "archived"})
    void aKeySwitchedOffIsRefused(String status) {
        Key key = sim.anthropicKey();

        Reply update = sim.anthropic(
                "POST",
                "/v1/organizations/api_keys/" + key.id(),
                sim.anthropicAdmin(),
                "{\"status\":\"" + status + "\"}");

        assertThat(update.text("/status")).isEqualTo(status);
        Reply refused = sim.anthropic("GET", "/v1/models", key);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("/error/type")).isEqualTo("authentication_error");
    }

    @Test
    void anExpiredKeyIsRefused() {
        try (TestSim own = TestSim.start()) {
            Key key = own.key("""
                    {"provider":"anthropic","kind":"inference","expires_at":"2099-01-01T00:00:00Z"}""");
            assertThat(own.anthropic("GET", "/v1/models", key).status()).isEqualTo(200);

            own.shiftClock(Duration.ofDays(100 * 365));

            assertThat(own.anthropic("GET", "/v1/models", key).status()).isEqualTo(401);
        }
    }

    @Test
    void aPathThatIsNotThereIsNotFound() {
        Reply reply = sim.anthropic("GET", "/v1/nothing", sim.anthropicKey());

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text("/error/type")).isEqualTo("not_found_error");
    }
}
