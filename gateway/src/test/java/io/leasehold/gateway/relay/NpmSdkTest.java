package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.NpmSdk;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.SequencedMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The providers' official npm packages get the same through the gateway as from the provider itself. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class NpmSdkTest {
    @ParameterizedTest
    @CsvSource({"anthropic, /anthropic", "openai, /openai/v1", "google, /google", "cohere, /cohere", "mistral, /mistral"
    })
    void theSameAnswersErrorsAndRetries(String provider, String path) throws Exception {
        Tenant tenant = Tenant.of(provider);
        // Without a limit, which would refuse what has no price before its provider could say that there is no such
        // model.
        TestLease lease = tenant.lease().make();
        NpmSdk sdk = new NpmSdk(provider);

        SequencedMap<String, JsonNode> direct = sdk.run(Gateway.simulatorUrl() + path, tenant.secret(), tenant);
        SequencedMap<String, JsonNode> relayed = sdk.run(Gateway.url() + path, lease.token(), tenant);

        assertThat(direct).isNotEmpty();
        assertThat(relayed.sequencedKeySet()).containsExactlyElementsOf(direct.sequencedKeySet());
        SoftAssertions all = new SoftAssertions();
        direct.forEach((name, outcome) -> {
            all.assertThat(outcome.get("outcome"))
                    .as("%s, straight: %s", name, outcome)
                    .isEqualTo(outcome.get("expected"));
            all.assertThat(relayed.get(name)).as(name).isEqualTo(outcome);
        });
        all.assertAll();
    }
}
