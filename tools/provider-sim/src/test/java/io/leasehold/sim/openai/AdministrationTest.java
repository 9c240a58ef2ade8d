package io.leasehold.sim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.Reply;
import io.leasehold.sim.TestSim;
import io.leasehold.sim.TestSim.Key;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdministrationTest {
    private static final String HI = """
            {"model":"gpt-6-sol","messages":[{"role":"user","content":"Hi [[out=5]]"}]}""";

    private final TestSim sim = TestSim.start();
    private final Key admin = sim.openAiAdmin();

    @AfterEach
    void stop() {
        sim.close();
    }

    @Test
    void aServiceAccountIsMadeWithAKeyAndDeletedWithIt() {
        String project = project("Search");
        Reply made = account(project, "{\"name\":\"billing-bot\"}");
        Key key = new Key(made.text("/api_key/id"), made.text("/api_key/value"), "");

        assertThat(key.secret()).startsWith("sk-svcacct-");
        assertThat(chat(key).status()).isEqualTo(200);
        Reply listed = sim.openAi("GET", project + "/api_keys", admin);
        assertThat(listed.body()).doesNotContain(key.secret());
        assertThat(listed.text("/data/0/name")).isEqualTo("Secret Key");
        assertThat(listed.text("/data/0/owner/service_account/name")).isEqualTo("billing-bot");

        Reply deleted = sim.openAi("DELETE", project + "/service_accounts/" + made.text("/id"), admin);

        assertThat(deleted.text("/object")).isEqualTo("organization.project.service_account.deleted");
        assertThat(chat(key).status()).isEqualTo(401);
        assertThat(sim.openAi("GET", project + "/api_keys", admin).at("/data")).isEmpty();
        assertThat(sim.openAi("DELETE", project + "/api_keys/" + key.id(), admin)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aKeyOfAUserIsListedGivenAnEndAndDeleted() {
        Key key = sim.openAiKey();
        String one = "/organization/projects/" + Organization.DEFAULT_PROJECT.id() + "/api_keys/" + key.id();

        assertThat(sim.openAi("GET", one, admin).text("/owner/user/email")).isEqualTo("a@example.com");
        assertThat(sim.openAi("POST", one, admin, "{}").status()).isEqualTo(400);
        sim.openAi("POST", one, admin, "{\"expires_in_seconds\":60}");
        assertThat(chat(key).status()).isEqualTo(200);
        sim.shiftClock(Duration.ofMinutes(2));
        assertThat(chat(key).status()).isEqualTo(401);
        assertThat(sim.openAi("DELETE", one, admin).at("/deleted").asBoolean()).isTrue();
        assertThat(sim.openAi("GET", one, admin).status()).isEqualTo(404);
    }

    @Test
    void projectsArePagedAndArchivingOneEndsItsKeys() {
        String project = project("Search");
        Key key = new Key("", account(project, "{\"name\":\"x\"}").text("/api_key/value"), "");

        Reply first = sim.openAi("GET", "/organization/projects?limit=1", admin);
        Reply second = sim.openAi("GET", "/organization/projects?limit=1&after=" + first.text("/last_id"), admin);
        sim.openAi("POST", project + "/archive", admin);

        assertThat(first.at("/has_more").asBoolean()).isTrue();
        assertThat(second.text("/data/0/name")).isEqualTo("Search");
        assertThat(second.at("/has_more").asBoolean()).isFalse();
        assertThat(chat(key).status()).isEqualTo(401);
        assertThat(sim.openAi("GET", "/organization/projects", admin).at("/data"))
                .hasSize(1);
        assertThat(sim.openAi("GET", "/organization/projects?include_archived=true", admin)
                        .at("/data"))
                .hasSize(2);
    }

    @Test
    void onlyAnAdminKeyAdministers() {
        assertThat(sim.openAi("GET", "/organization/projects", sim.openAiKey()).status())
                .isEqualTo(403);
        Reply made = sim.openAi("POST", "/organization/admin_api_keys", admin, "{\"name\":\"second\"}");
        Key second = new Key("", made.text("/value"), "");
        assertThat(sim.openAi("GET", "/organization/projects", second).status()).isEqualTo(200);
        sim.openAi("DELETE", "/organization/admin_api_keys/" + made.text("/id"), admin);
        assertThat(sim.openAi("GET", "/organization/projects", second).status()).isEqualTo(401);
    }

    @Test
    void usageAndCostsAreReportedByKey() {
        Key key = sim.openAiKey();
        chat(key);
        chat(sim.openAiKey());
        sim.openAi("POST", "/embeddings", key, "{\"model\":\"text-embedding-3-small\",\"input\":\"abcd\"}");
        long today = Instant.now().truncatedTo(ChronoUnit.DAYS).getEpochSecond();
        String when = "?start_time=" + (today - 86_400) + "&group_by=api_key_id&api_key_ids=" + key.id();

        JsonNode usage = sim.openAi("GET", "/organization/usage/completions" + when + "&group_by[]=model", admin)
                .at("/data");
        JsonNode costs = sim.openAi("GET", "/organization/costs" + when + "&group_by=line_item", admin)
                .at("/data/1/results");

        assertThat(usage.at("/0/results")).isEmpty();
        assertThat(usage.at("/1/results")).hasSize(1);
        assertThat(usage.at("/1/results/0/input_tokens").asInt()).isEqualTo(7);
        assertThat(usage.at("/1/results/0/model").asText()).isEqualTo("gpt-6-sol-2026-09-01");
        assertThat(costs)
                .extracting(line -> line.path("line_item").asText())
                .containsExactlyInAnyOrder(
                        "gpt-6-sol, input_tokens", "gpt-6-sol, output_tokens", "text-embedding-3-small, input_tokens");
        BigDecimal sum = costs.valueStream()
                .map(line -> line.at("/amount/value").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(sim.bill(key));
        assertThat(sim.openAi("GET", "/organization/usage/images" + when, admin).at("/data/1/results"))
                .isEmpty();
        assertThat(sim.openAi("GET", "/organization/costs", admin).status()).isEqualTo(400);
    }

    private String project(String name) {
        return "/organization/projects/"
                + sim.openAi("POST", "/organization/projects", admin, "{\"name\":\"" + name + "\"}")
                        .text("/id");
    }

    private Reply account(String project, String body) {
        return sim.openAi("POST", project + "/service_accounts", admin, body);
    }

    private Reply chat(Key key) {
        return sim.openAi("POST", "/chat/completions", key, HI);
    }
}
