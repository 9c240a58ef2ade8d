package io.leasehold.sim.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelsTest {
    @RegisterExtension
    static final TestSim sim = TestSim.start();

    private final Key key = sim.anthropicKey();

    @Test
    void aModelHasTheDocumentedShape() {
        Reply reply = sim.anthropic("GET", "/v1/models/claude-opus-5", key);

        assertThat(reply.json()).isEqualTo(TestSim.parse("""
                {"type":"model","id":"claude-opus-5","display_name":"Claude Opus 5","created_at":"2026-06-30T00:00:00Z",
                 "max_input_tokens":1000000,"max_tokens":128000,"capabilities":null,"lifecycle":"active","line":null,
                 "deprecated_at":null,"retires_at":null}"""));
    }

    @Test
    void theListIsWalkedForwardsAndBackwards() {
        Reply first = sim.anthropic("GET", "/v1/models?limit=2", key);
        Reply second = sim.anthropic("GET", "/v1/models?limit=2&after_id=" + first.text("/last_id"), key);
        Reply back = sim.anthropic("GET", "/v1/models?limit=2&before_id=" + second.text("/first_id"), key);

        assertThat(first.fields("")).containsExactly("data", "has_more", "first_id", "last_id");
        assertThat(first.at("/has_more").asBoolean()).isTrue();
        assertThat(second.at("/data/0/id")).isNotEqualTo(first.at("/data/0/id"));
        assertThat(back.at("/data")).isEqualTo(first.at("/data"));
        assertThat(back.at("/has_more").asBoolean()).isFalse();
    }

    /** Which is how a key is checked, and how it is told whose it is. */
    @Test
    void everyAnswerNamesTheOrganisation() {
        assertThat(sim.anthropic("GET", "/v1/models?limit=1", key).header("anthropic-organization-id"))
                .contains("8f1c2a7e-6b0d-4f0e-9c55-0d8f7d1f4a11");
        assertThat(sim.anthropic("GET", "/v1/organizations/me", sim.anthropicAdmin())
                        .header("anthropic-organization-id"))
                .isPresent();
    }

    @Test
    void aModelThatIsNotThereIsNotFound() {
        assertThat(sim.anthropic("GET", "/v1/models/claude-9", key).status()).isEqualTo(404);
    }

    @Test
    void aLimitOutOfBoundsIsRefused() {
        assertThat(sim.anthropic("GET", "/v1/models?limit=0", key).status()).isEqualTo(400);
        assertThat(sim.anthropic("GET", "/v1/models?limit=x", key).status()).isEqualTo(400);
    }
}
