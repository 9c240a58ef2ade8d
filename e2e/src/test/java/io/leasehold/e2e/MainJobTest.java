package io.leasehold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.Await;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The job that all of this is for, once through everything: from a browser and a real client to the bill, and the end of a key. */
@ExtendWith(RunningSystem.Extension.class)
class MainJobTest {
    private static final String KEY_NAME = "main-job-anthropic";

    private final RunningSystem system;
    private final WorkspaceClient ada;
    private final WorkspaceClient node;
    private final Browser browser = new Browser();
    private final KeysPages keys = new KeysPages(browser);

    MainJobTest(RunningSystem system) {
        this.system = system;
        this.ada = system.local().user("ada", "acme");
        this.node = system.local().node("node-a", "acme");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void fromSignInToRevocation() {
        signIn();
        JsonNode anthropic = addAccountAndKey("Anthropic", "anthropic", "admin");
        addAccountAndKey("OpenRouter", "openrouter", "management");
        JsonNode lease = leaseTwice();
        try (AnthropicClient client = new AnthropicClient(lease)) {
            sendMessages(client, anthropic);
            watchTheOverviewMove(client, anthropic);
            compareWithTheBill(anthropic);
            revoke();
            theNextCallIsRefused(client);
        }
        theSecretIsDeadAndGone(anthropic);
    }

    private void signIn() {
        Page page = browser.page();
        browser.signIn(system, "/");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Overview")))
                .isVisible();
        browser.screenshot("1-signed-in");

        for (Cookie cookie :
                browser.context().cookies(system.endpoints().adminUi().toString())) {
            assertThat(cookie.value).as("a cookie that is no token").doesNotContain("eyJ");
        }
        Object stored = page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})");
        assertThat(String.valueOf(stored)).doesNotContain("eyJ");
    }

    /** @return the simulator's key */
    private JsonNode addAccountAndKey(String providerName, String provider, String adminKind) {
        JsonNode adminKey = system.providerKey(provider, adminKind);
        JsonNode inference = system.providerKey(provider, "inference");
        Page page = browser.page();
        String account = "main-job-account-" + provider;
        keys.addAccount(account, providerName, adminKey.get("secret").asText());
        keys.addKey(
                account + " (" + providerName + ")",
                "main-job-" + provider,
                inference.get("secret").asText());
        bindWhereAsked(inference.get("id").asText());
        browser.screenshot("2-key-added-" + provider);
        page.keyboard().press("Escape");

        String secret = inference.get("secret").asText();
        assertThat(page.content()).doesNotContain(secret);
        assertThat(page.getByText(secret.substring(secret.length() - 4)).first())
                .isVisible();
        return inference;
    }

    /** Anthropic does not tell which key a secret is; the only one that fits is to be confirmed. */
    private void bindWhereAsked(String providerKeyId) {
        Locator confirm = browser.button("Confirm binding");
        if (confirm.isVisible()) {
            confirm.click();
            assertThat(browser.page().getByText(providerKeyId).first()).isVisible();
            browser.button("Bind to this key").click();
        }
        assertThat(browser.dialog().first()).isVisible();
    }

    private JsonNode leaseTwice() {
        Map<String, Object> ask =
                Map.of("provider", "anthropic", "spend_limit", "5.00", "domain", "main-job.example.com");
        JsonNode first = Pool.lease(system, node, ask);
        JsonNode second = Pool.lease(system, node, ask);
        assertThat(second.get("lease_id")).isEqualTo(first.get("lease_id"));
        assertThat(second.get("token")).isNotEqualTo(first.get("token"));
        return second;
    }

    private void sendMessages(AnthropicClient client, JsonNode anthropic) {
        Message answer = client.send("Say [[out=40]] something", 100);
        assertThat(answer.usage().outputTokens()).isEqualTo(40);
        assertThat(client.stream("Stream [[out=60]] something", 100)).isNotBlank();
        gatewayCostIsTheBill(anthropic);
    }

    private void gatewayCostIsTheBill(JsonNode anthropic) {
        String bill = system.billOf(anthropic.get("id").asText());
        assertThat(new BigDecimal(bill)).isPositive();
        Await.untilAsserted(() -> assertThat(costByKey()).isEqualByComparingTo(bill));
    }

    /** By the key, as other tests may spend in this workspace too. */
    private BigDecimal costByKey() {
        String range = "from=" + Instant.now().minus(1, ChronoUnit.DAYS) + "&to="
                + Instant.now().plusSeconds(60);
        for (JsonNode row : ada.get(
                        system.endpoints().analyticsService(), "/api/v1/stats/breakdown?by=key&limit=50&" + range)
                .expectSuccess()
                .get("items")) {
            if (row.get("label").asText().equals(KEY_NAME)) {
                return new BigDecimal(row.get("cost").asText());
            }
        }
        throw new AssertionError("The key has no row yet");
    }

    private void watchTheOverviewMove(AnthropicClient client, JsonNode anthropic) {
        Page page = browser.page();
        browser.entry("Overview").click();
        assertThat(page.getByText("main-job.example.com").first()).isVisible();
        page.evaluate("window.notReloaded = true");
        String before = page.locator("main").innerText();

        client.send("Once more [[out=77]]", 100);

        Await.untilAsserted(() -> assertThat(page.locator("main").innerText()).isNotEqualTo(before));
        assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
        gatewayCostIsTheBill(anthropic);
        browser.screenshot("5-overview");
        browser.entry("Nodes").click();
        assertThat(page.getByText("node-a").first()).isVisible();
        browser.screenshot("5-nodes");
        browser.entry("Leases").click();
        assertThat(page.getByText("node-a").first()).isVisible();
        browser.screenshot("5-leases");
    }

    private void compareWithTheBill(JsonNode anthropic) {
        String range = "from=" + Instant.now().minus(1, ChronoUnit.DAYS) + "&to="
                + Instant.now().plusSeconds(60);
        Await.untilAsserted(() -> {
            BigDecimal billed = BigDecimal.ZERO;
            for (JsonNode report : ada.get(system.endpoints().usageCollector(), "/api/v1/costs/provider?" + range)
                    .expectSuccess()
                    .get("items")) {
                for (JsonNode line : report.get("lines")) {
                    if (anthropic
                            .get("id")
                            .asText()
                            .equals(line.path("provider_key_id").asText())) {
                        billed = billed.add(new BigDecimal(line.get("amount").asText()));
                    }
                }
            }
            assertThat(billed)
                    .isEqualByComparingTo(system.billOf(anthropic.get("id").asText()));
        });
        browser.entry("Costs").click();
        Page page = browser.page();
        assertThat(page.getByText("main-job-account-anthropic").first()).isVisible();
        assertThat(page.getByText("Provider cost").first()).isVisible();
        assertThat(page.getByText("Drift").first()).isVisible();
        browser.screenshot("6-costs");
    }

    private void revoke() {
        Page page = browser.page();
        keys.lookAt(KEY_NAME);
        browser.button("Revoke key").first().click();
        assertThat(page.getByText("This is what will happen:")).isVisible();
        browser.screenshot("7-dry-run");
        keys.confirm("Type " + KEY_NAME + " to go on", KEY_NAME);
        // It was used a moment ago, so that it drains first.
        assertThat(page.getByText("The key is revoked."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        browser.screenshot("7-revoked");
        page.keyboard().press("Escape");
    }

    private static void theNextCallIsRefused(AnthropicClient client) {
        Await.untilAsserted(() -> assertThatThrownBy(() -> client.send("Still there?", 10))
                .isInstanceOfSatisfying(AnthropicServiceException.class, refusal -> {
                    assertThat(refusal.statusCode()).isIn(401, 403);
                    assertThat(refusal.body().toString()).contains("error");
                }));
    }

    private void theSecretIsDeadAndGone(JsonNode anthropic) {
        int status = system.local()
                .http()
                .get(
                        URI.create(system.endpoints().simulator() + "/anthropic/v1/models?limit=1"),
                        "x-api-key",
                        anthropic.get("secret").asText(),
                        "anthropic-version",
                        "2023-06-01")
                .status();
        assertThat(status).isEqualTo(401);
        JsonNode key = ada.get(system.endpoints().keyService(), "/api/v1/keys/" + KEY_NAME)
                .expectSuccess();
        assertThat(key.get("state").asText()).isEqualTo("revoked");
        assertThat(new VaultProbe().findPath(key.get("id").asText())).isEmpty();
        assertThat(key.toString())
                .doesNotContainPattern(Pattern.quote(anthropic.get("secret").asText()));
    }
}
