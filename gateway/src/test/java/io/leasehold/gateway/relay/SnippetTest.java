package io.leasehold.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.world.Gateway;
import io.leasehold.gateway.world.GatewayUnderTest;
import io.leasehold.gateway.world.NpmSdk;
import io.leasehold.gateway.world.Program;
import io.leasehold.gateway.world.Snippets;
import io.leasehold.gateway.world.Tenant;
import io.leasehold.gateway.world.TestLease;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs that the UI shows for a lease do what they should, exactly as they stand there. */
@QuarkusTest
@QuarkusTestResource(GatewayUnderTest.class)
class SnippetTest {
    @ParameterizedTest
    @CsvSource({
        "anthropic, anthropic, ''",
        "openai, openai, /v1",
        "openrouter, openai, /api/v1",
        "google, google, ''",
        "cohere, cohere, ''",
        "mistral, mistral, ''"
    })
    void inJavaScriptAndByHand(String provider, String source, String path) throws Exception {
        TestLease lease = Tenant.of(provider).lease().make();

        String typescript = NpmSdk.program(program(provider, source, "typescript", path))
                .with(Snippets.TOKEN, lease.token())
                .said();
        String curl = new Program(List.of("sh", "-c", program(provider, source, "curl", path)), Path.of("."))
                .with(Snippets.TOKEN, lease.token())
                .said();

        assertThat(typescript).isNotBlank().isNotEqualTo("undefined\n");
        assertThat(curl).startsWith("{").contains("Hello");
        assertCalled(lease, provider, 2);
    }

    @ParameterizedTest
    @CsvSource({"anthropic, anthropic, ''", "openai, openai, /v1", "openrouter, openai, /api/v1", "google, google, ''"})
    void inJava(String provider, String source, String path, @TempDir Path folder) throws Exception {
        TestLease lease = Tenant.of(provider).lease().make();
        Path file = folder.resolve("Snippet.java");
        Files.writeString(file, program(provider, source, "java", path));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        // What runs for a second is not worth optimising.
        List<String> command = List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                file.toString());

        String said = new Program(command, Path.of("."))
                .with(Snippets.TOKEN, lease.token())
                .said();

        assertThat(said).isNotBlank();
        assertCalled(lease, provider, 1);
    }

    private static void assertCalled(TestLease lease, String provider, int times) {
        List<RequestCompleted> records =
                lease.records(times, record -> record.route().startsWith("POST"));
        assertThat(records).extracting(RequestCompleted::status).containsOnly(200);
        assertThat(records).extracting(RequestCompleted::requestedModel).containsOnly(Snippets.model(provider));
        // Else there would be no answer where a limit applies.
        assertThat(records).extracting(RequestCompleted::cost).doesNotContainNull();
    }

    private static String program(String provider, String source, String client, String path) {
        String limit = provider.equals("openrouter") ? "max_tokens" : "max_completion_tokens";
        String inJava = provider.equals("openrouter") ? "maxTokens" : "maxCompletionTokens";
        return Snippets.of(
                source,
                client,
                Map.of(
                        "baseUrl",
                        Gateway.url() + "/" + provider,
                        "model",
                        Snippets.model(provider),
                        "path",
                        path,
                        "limit",
                        limit,
                        "inJava(limit)",
                        inJava));
    }
}
