package io.leasehold.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
    private static final String SECRET = "sk-1234567890abcdefghij";

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        "ANTHROPIC_API_KEY, anthropic",
        "OPENAI_API_KEY, openai",
        "GOOGLE_API_KEY, google",
        "GEMINI_API_KEY, google",
        "OPENROUTER_API_KEY, openrouter",
        "AZURE_OPENAI_API_KEY, azure-openai",
        "COHERE_API_KEY, cohere",
        "MISTRAL_API_KEY, mistral",
        "GITHUB_COPILOT_TOKEN, github-copilot"
    })
    void theUsualVariablesAreKnown(String variable, String provider) {
        Findings findings = EnvironmentVariables.find(Map.of(variable, SECRET, "PATH", "/usr/bin"));

        assertThat(findings.found())
                .extracting(Finding::provider, Finding::sources)
                .containsExactly(tuple(provider, List.of("variable " + variable)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "your-key-here",
                "${OPENAI_API_KEY}",
                "lh_abcdefghijklmnop",
                "lht_abcdefghijklmnop",
                "has a space in it"
            })
    void whatIsNoKeyOrOneOfOursIsNotFound(String value) {
        assertThat(EnvironmentVariables.find(Map.of("OPENAI_API_KEY", value)).found())
                .isEmpty();
    }

    @Test
    void aSecretThatSaysWhoseItIsIsBelieved() {
        Findings findings = EnvironmentVariables.find(Map.of("OPENAI_API_KEY", "sk-or-v1-0123456789abcdef"));

        assertThat(findings.found()).extracting(Finding::provider).containsExactly("openrouter");
    }

    @Test
    void openCodesFileIsRead() throws IOException {
        write(".local/share/opencode/auth.json", """
                {"github-copilot":{"type":"oauth","refresh":"gho_0123456789abcdef","access":"tid=1;x","expires":0},
                 "anthropic":{"type":"api","key":"sk-ant-api03-0123456789abcdef"},
                 "openai":{"type":"oauth","refresh":"rt-0123456789abcdef","access":"eyJ0123456789"}}
                """);

        assertThat(find().found())
                .extracting(Finding::provider, Finding::masked)
                .containsExactlyInAnyOrder(tuple("github-copilot", "gho_…cdef"), tuple("anthropic", "sk-ant-…cdef"));
    }

    @Test
    void filesOfOtherToolsAreRead() throws IOException {
        write(".codex/auth.json", "{\"OPENAI_API_KEY\":\"sk-proj-0123456789abcdef\",\"tokens\":null}");
        write(".config/github-copilot/apps.json", """
                {"github.com:Iv1.b507a08c87ecfe98":{"user":"octocat","oauth_token":"ghu_0123456789abcdef"}}
                """);
        write("agent.json", """
                {"providers":[{"id":"mistral","apiKey":"0123456789abcdefmistral"}],"cohere_api_key":"0123456789cohere"}
                """);

        assertThat(find().found())
                .extracting(Finding::provider)
                .containsExactlyInAnyOrder("openai", "github-copilot", "mistral", "cohere");
    }

    @Test
    void aSecretInSeveralPlacesIsFoundOnce() throws IOException {
        write("agent.json", "{\"openai\":{\"api_key\":\"" + SECRET + "\"}}");
        write("more.env", "# mine\nexport OPENAI_API_KEY='" + SECRET + "'\n");

        Findings all = EnvironmentVariables.find(Map.of("OPENAI_API_KEY", SECRET))
                .and(find())
                .and(ToolFiles.find(home.resolve("more.env")));

        assertThat(all.found())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.sources()).hasSize(3).first().isEqualTo("variable OPENAI_API_KEY"));
    }

    @Test
    void aFileThatCanNotBeReadIsToldAndTheOthersAreRead() throws IOException {
        write("agent.json", "{\"openai\":{\"api_key\":\"" + SECRET);
        write(".codex/auth.json", "{\"OPENAI_API_KEY\":\"" + SECRET + "\"}");

        Findings findings = find();

        assertThat(findings.found()).hasSize(1);
        assertThat(findings.troubles()).extracting(Trouble::reason).containsExactly("It is no JSON.");
    }

    @Test
    void aDocumentsPlaceMaySayWhoseItIs() throws IOException {
        Findings findings = Documents.find(
                "secret/llm/mistral",
                new JsonMapper().readTree("{\"api_key\":\"0123456789abcdef0123\",\"note\":\"0123456789abcdef\"}"),
                Documents.providerIn(List.of("secret", "llm", "mistral")).orElseThrow());

        assertThat(findings.found())
                .extracting(Finding::provider, Finding::sources)
                .containsExactly(tuple("mistral", List.of("secret/llm/mistral (api_key)")));
    }

    @Test
    void nothingPrintsTheSecret() {
        Finding finding = new Finding("openai", SECRET, List.of("variable OPENAI_API_KEY"));

        assertThat(finding.toString()).doesNotContain(SECRET).contains("sk-…ghij");
        assertThat(finding.fingerprint()).hasSize(16).isEqualTo(new Finding("x", SECRET, List.of()).fingerprint());
        assertThat(new Finding("openai", "tooshort1234", List.of()).masked()).isEqualTo("…");
    }

    private Findings find() {
        return ToolFiles.find(ToolFiles.usual(Map.of(), home, home));
    }

    private void write(String file, String content) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
