package io.leasehold.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.leasehold.test.CommittedOpenApi;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
    private static final Set<String> OWN =
            Set.of("AskLease", "RenewLease", "RevokeLease", "Lease", "Node", "Heartbeat", "Spend", "SpendWindow");

    @Test
    void theCommittedDescriptionIsWhatTheServiceOffers() {
        CommittedOpenApi.check();
    }

    @Test
    void everyFieldAndParameterIsDescribedWithAnExample() throws IOException {
        JsonNode api = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi.yaml").toFile());

        for (String name : OWN) {
            api.at("/components/schemas/" + name + "/properties").properties().forEach(property -> {
                assertThat(property.getValue().path("description").asText())
                        .as("%s.%s", name, property.getKey())
                        .isNotEmpty();
                assertThat(hasExample(property.getValue()))
                        .as("an example of %s.%s", name, property.getKey())
                        .isTrue();
            });
        }
        api.path("paths")
                .findValues("parameters")
                .forEach(parameters -> parameters.forEach(parameter -> {
                    assertThat(parameter.path("description").asText())
                            .as(parameter.path("name").asText())
                            .isNotEmpty();
                    assertThat(hasExample(parameter) || hasExample(parameter.path("schema")))
                            .as(
                                    "an example of parameter %s",
                                    parameter.path("name").asText())
                            .isTrue();
                }));
    }

    /** What refers to another schema has that one's. */
    private static boolean hasExample(JsonNode described) {
        return described.has("example")
                || described.has("examples")
                || described.has("$ref")
                || described.path("items").has("$ref");
    }
}
