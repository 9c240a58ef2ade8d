package io.leasehold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.TestWorkspace;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The life of keys, their accounts, and who may do what with them, in a browser; each page is looked at in both themes. */
@ExtendWith(RunningSystem.Extension.class)
class KeysPagesTest {
    private static final double REVOKED_WITHIN_MS = 60_000;

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;
    private final Browser browser = new Browser();
    private final KeysPages keys = new KeysPages(browser);

    KeysPagesTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aKeyIsCreatedLimitedSwitchedOffAndRevokedByFilter() {
        browser.signIn(system, "/keys?workspace=" + workspace.slug());
        keys.addAccount(
                "router",
                "OpenRouter",
                system.providerKey("openrouter", "management").get("secret").asText());
        create("pool-1");
        browser.screenshot("keys-created");
        browser.page().keyboard().press("Escape");

        keys.openKey("pool-1");
        setAndRaiseALimit();
        switchOffAndOn();
        askTheProvider();
        revokeByFilter();
    }

    private void create(String name) {
        keys.create("router (OpenRouter)", name, "50");
    }

    private void setAndRaiseALimit() {
        Page page = browser.page();
        browser.tab("Limits").click();
        browser.button("Set limits").click();
        browser.dialog()
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("per day"))
                .getByLabel("Amount, USD")
                .fill("25");
        keys.submit("Save");
        assertThat(page.getByText("$25.00").first()).isVisible();

        browser.button("Raise for a time").click();
        browser.dialog().getByLabel("By how much, USD").fill("10");
        browser.dialog().getByLabel("What it is for").fill("A load test");
        browser.dialog().getByLabel("Who allowed it").fill("Olga");
        keys.submit("Raise");
        assertThat(page.getByText("in force").first()).isVisible();
        browser.screenshot("keys-limits");

        browser.button("End early").click();
        keys.submit("End early");
        assertThat(page.getByText("ended early")).isVisible();
    }

    private void switchOffAndOn() {
        keys.choose("Disable");
        assertThat(state()).hasText("disabled");
        keys.choose("Enable");
        assertThat(state()).hasText("active");
    }

    private void askTheProvider() {
        browser.tab("At the provider").click();
        assertThat(browser.page().getByText("$50.00").first()).isVisible();
        browser.screenshot("keys-at-the-provider");

        browser.button("Disable here and there").click();
        keys.submit("Disable here and there");
        assertThat(state()).hasText("disabled");
        JsonNode there = admin.get(
                        system.endpoints().keyService(),
                        "/api/v1/provider-accounts/"
                                + admin.listAccounts().get(0).get("id").asText() + "/provider-keys")
                .expectSuccess();
        assertThat(there.findValuesAsText("state")).contains("disabled");
    }

    private Locator state() {
        return browser.page().locator("main [data-state]").first();
    }

    private void revokeByFilter() {
        create("pool-2");
        Page page = browser.page();
        page.keyboard().press("Escape");
        page.getByLabel("Name, tag or last four characters").fill("pool-");
        browser.button("Revoke these").click();
        assertThat(page.getByText("2 keys would be revoked")).isVisible();
        browser.screenshot("keys-revoke-these");

        keys.confirm("Type " + workspace.slug() + ", the workspace, to go on", workspace.slug());

        assertThat(page.getByText("2 revoked", new Page.GetByTextOptions().setExact(true)))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(REVOKED_WITHIN_MS));
        browser.screenshot("keys-revoked");
        for (JsonNode key : admin.listKeys()) {
            assertThat(key.get("state").asText()).isEqualTo("revoked");
        }
    }

    @Test
    void anAccountTellsWhatItCanBeAskedForAndWhatIsDoneByHand() {
        Pool pool = Pool.anthropic(system, admin);
        Page page = browser.page();

        browser.signIn(system, "/accounts/" + pool.accountId() + "?workspace=" + workspace.slug());

        assertThat(page.getByRole(AriaRole.TABLE).getByText("Revoke keys")).isVisible();
        assertThat(page.getByText("Anthropic makes keys in its Console only.").first())
                .isVisible();
        browser.screenshot("accounts-capabilities");

        keys.open("Keys");
        browser.button("Create key").first().click();
        keys.choose(browser.dialog(), "Account", "Anthropic (Anthropic)");
        assertThat(browser.dialog().getByText("Anthropic makes keys in its Console only."))
                .isVisible();
        browser.screenshot("keys-create-by-hand");
    }

    @Test
    void membersAndDomainsAreManagedAndEveryActIsInTheAuditLog() {
        Page page = browser.page();
        browser.signIn(system, "/settings?workspace=" + workspace.slug());

        browser.button("Add member").first().click();
        browser.dialog().getByLabel("User name or e-mail").fill("olga");
        browser.dialog().getByLabel("operator").check();
        keys.submit("Add member");
        assertThat(page.getByRole(AriaRole.TABLE).getByText("olga").first()).isVisible();
        browser.screenshot("settings-members");

        browser.tab("Domains").click();
        browser.button("Add domain").first().click();
        browser.dialog().getByLabel("Name").fill("shop.example.com");
        keys.submit("Add domain");
        assertThat(page.getByText("shop.example.com").first()).isVisible();
        browser.screenshot("settings-domains");

        browser.entry("Audit").click();
        assertThat(page.getByText("member.add").first()).isVisible();
        assertThat(page.getByText("domain.add").first()).isVisible();
        browser.screenshot("audit");
    }

    @Test
    void anApiTokenIsShownOnceAndRevokedByItsName() {
        Page page = browser.page();
        browser.signIn(system, "/settings?tab=api-tokens&workspace=" + workspace.slug());

        browser.button("Create token").first().click();
        browser.dialog().getByLabel("Name").fill("billing-export");
        keys.submit("Create token");
        String token = browser.dialog().getByLabel("Token").inputValue();
        system.remember(token);
        assertThat(token).startsWith("lht_");
        page.keyboard().press("Escape");
        assertThat(browser.dialog()).isHidden();
        assertThat(page.content()).doesNotContain(token);
        browser.screenshot("settings-api-tokens");

        page.getByText("billing-export").first().click();
        browser.button("Revoke token").click();
        keys.confirm("Type billing-export", "billing-export");
        assertThat(page.getByText("billing-export was revoked")).isVisible();
        assertThat(page.getByRole(AriaRole.TABLE).getByText("revoked")).isVisible();
    }

    @Test
    void aLimitThatCanNotBeMeantIsSaidWithIt() {
        Pool pool = Pool.anthropic(system, admin);
        Map<String, Object> daily = Map.of("period", "day", "amount", "100");
        Map<String, Object> monthly = Map.of("period", "month", "amount", "10");
        JsonNode set = admin.send(
                        "PUT",
                        system.endpoints().keyService(),
                        "/api/v1/limits/key/" + pool.keyId(),
                        Map.of("limits", new Object[] {daily, monthly}))
                .expectSuccess();

        browser.signIn(system, "/keys/" + pool.keyId() + "?part=limits&workspace=" + workspace.slug());

        assertThat(browser.page().getByText(set.get("warnings").get(0).asText()))
                .isVisible();
        browser.screenshot("keys-limits-doubtful");
    }
}
