package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one gateway was given its lease's client goes on from at another. */
@ExtendWith(RunningSystem.Extension.class)
class GoingOnTest {
    private static final String PROVIDER = "openai";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final HttpClient http = HttpClient.newHttpClient();

    GoingOnTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        WorkspaceClient admin = system.as(workspace, "admin");
        Pool.of(PROVIDER, system, admin);
    }

    @Test
    void aLeaseGoesOnFromAStoredResponseThroughWhicheverGateway() throws Exception {
        JsonNode lease = lease("one");
        String first = id(ask(1, lease, null));

        String second = id(ask(2, lease, first));
        String third = id(ask(3, lease, second));

        assertThat(ask(1, lease, third).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = ask(2, lease("other"), third);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("previous_response_id").doesNotContain(third);
    }

    private JsonNode lease(String node) {
        return Pool.lease(system, system.asNode(workspace, node), Map.of("provider", PROVIDER));
    }

    /** @param from a response's id; null for a new conversation */
    private HttpResponse<String> ask(int gateway, JsonNode lease, @Nullable String from) throws Exception {
        String goingOn = from == null ? "" : ",\"previous_response_id\":\"" + from + "\"";
        return http.send(
                HttpRequest.newBuilder(URI.create(system.gateway(gateway, PROVIDER) + "/v1/responses"))
                        .header("authorization", "Bearer " + lease.get("token").asText())
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"model":"gpt-6-sol","max_output_tokens":20,"input":"hi"%s}""".formatted(goingOn)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String id(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("id").asText();
    }
}
