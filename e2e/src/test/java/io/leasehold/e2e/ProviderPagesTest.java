package io.leasehold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What providers tell, keys that lie about, and leases in programs, in one browser that is signed in once; each page is
 * looked at in both themes, wide and narrow.
 */
@ExtendWith(RunningSystem.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderPagesTest {
    private static final String NODE = "batch-1";

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;
    private final Browser browser = new Browser();
    private final Page page = browser.page();

    ProviderPagesTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
    }

    @BeforeAll
    void signIn() {
        Pool.anthropic(system, admin);
        browser.signIn(system, "/?workspace=" + workspace.slug());
        assertThat(browser.entry("Providers")).isVisible();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aProvidersCardTellsWhatItSaysAndHowOldThatIs() {
        open("/providers", workspace.slug());

        Locator card = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Anthropic"));
        assertThat(card.locator("[data-state=ok]").first()).isVisible();
        assertThat(card.getByText("This month (UTC)")).isVisible();
        browser.screenshots("providers");
    }

    @Test
    void whatAProviderAnsweredIsReadWordForWord() {
        open("/providers/history?tab=answers", workspace.slug());

        page.getByRole(AriaRole.TABLE).getByRole(AriaRole.BUTTON).first().click();

        assertThat(browser.dialog().getByText("Word for word, but for secrets."))
                .isVisible();
        assertThat(browser.dialog().getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("Answer")))
                .containsText("{");
        browser.screenshots("provider-answer");
    }

    @Test
    void aUserSignsInToGitHubByTheCodeThatIsShown() {
        admin.post(
                        system.endpoints().keyService(),
                        "/api/v1/provider-accounts",
                        Map.of("provider", "github-copilot", "name", "Copilot"))
                .expectSuccess();
        open("/providers", workspace.slug());

        browser.button("Sign in to GitHub").click();
        browser.button("Get a code").click();
        Locator code = browser.dialog().locator("output");
        assertThat(code).isVisible();
        browser.screenshots("github-sign-in");
        decideAtGitHub(code.textContent(), "approve");

        assertThat(browser.dialog().getByText("Signed in as octocat")).isVisible();
        browser.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Close").setExact(true))
                .last()
                .click();
        assertThat(page.locator("[data-state=ok]").filter(new Locator.FilterOptions().setHasText("signed in")))
                .isVisible();
        browser.screenshots("github-signed-in");
    }

    private void decideAtGitHub(String userCode, String action) {
        int status = system.local()
                .http()
                .send(
                        "PUT",
                        URI.create(system.endpoints().simulator() + "/control/github/sign-in"),
                        Map.of("user_code", userCode, "action", action))
                .status();
        assertThat(status).as("the simulated GitHub's answer").isEqualTo(204);
    }

    @Test
    void aKeyThatLiesAboutIsImportedAfterAYesAndIsKnownThen() throws IOException {
        String slug = system.discoverer();
        WorkspaceClient ada = system.local().user("ada", slug);
        ada.post(system.endpoints().keyService(), "/api/v1/workspaces", Map.of("slug", slug, "name", slug))
                .expectSuccess();
        ada.addAccount(
                "anthropic",
                "Found",
                system.providerKey("anthropic", "admin").get("secret").asText());
        String secret =
                system.providerKey("anthropic", "inference").get("secret").asText();
        Files.writeString(RunningSystem.LYING_ABOUT, "ANTHROPIC_API_KEY=" + secret + "\n");
        open("/providers/discovery", slug);
        assertThat(page.getByText("No key was found")).isVisible();
        browser.screenshots("discovery-empty");

        browser.button("Look now").click();
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("not in the pool"));
        assertThat(row).isVisible();
        browser.button("Import").click();
        assertThat(browser.dialog().getByText("is checked there and added to the pool"))
                .isVisible();
        browser.screenshots("discovery-import");
        browser.button("Import this key").click();

        assertThat(browser.dialog()).isHidden();
        assertThat(page.getByText("imported as")).isVisible();
        browser.button("Look now").click();
        assertThat(page.getByText("there as")).isVisible();
        browser.screenshots("discovery");
        assertThat(page.content()).doesNotContain(secret);
    }

    @Test
    void aWorkspaceThatMayNotLookIsToldWhoDecides() {
        open("/providers/discovery", workspace.slug());

        assertThat(page.getByText("leasehold.discovery.workspace").first()).isVisible();
    }

    @Test
    void aLeaseSaysHowProgramsUseItAndIsTried() {
        JsonNode lease = Pool.lease(system, system.asNode(workspace, NODE), Map.of("provider", "anthropic"));
        String token = lease.get("token").asText();
        open("/leases/" + lease.get("lease_id").asText(), workspace.slug());

        assertThat(program("Python"))
                .containsText("base_url=\"" + lease.get("base_url").asText() + "\"");
        browser.tab("Python").focus();
        page.keyboard().press("ArrowRight");
        assertThat(program("TypeScript")).containsText("@anthropic-ai/sdk");
        assertThat(page).hasURL(Pattern.compile("client=typescript"));
        browser.screenshots("lease-programs");

        browser.link("Try it").click();
        browser.screenshots("try");
        page.getByLabel("Lease token").fill(token);
        page.keyboard().press("Enter");

        Locator answer = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Answer"));
        assertThat(answer.getByText("200 answered")).isVisible();
        assertThat(answer.getByText("x-leasehold-overhead-us")).isVisible();
        assertThat(answer.getByText("Input tokens")).isVisible();
        assertThat(page.content()).doesNotContain(token);
        assertThat(page.evaluate("JSON.stringify([localStorage, sessionStorage])")
                        .toString())
                .doesNotContain(token);
        browser.screenshots("try-answered");

        browser.button("Hide names and costs").click();
        assertThat(answer.getByText("Hidden with names and costs.")).isVisible();
        browser.screenshot("try-hidden");
        browser.button("Show names and costs").click();
    }

    @Test
    void aTokenThatIsNoneIsRefusedInTheGatewaysWords() {
        open("/try", workspace.slug());

        page.getByLabel("Lease token").fill("lh_nobody");
        page.getByLabel("As a stream").check();
        browser.button("Send request").click();

        assertThat(page.getByText("401 refused")).isVisible();
        assertThat(page.getByText("This lease token is not known")).isVisible();
    }

    private Locator program(String client) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("The program for " + client));
    }

    private void open(String path, String slug) {
        String separator = path.contains("?") ? "&" : "?";
        page.navigate(system.endpoints()
                .adminUi()
                .resolve(path + separator + "workspace=" + slug)
                .toString());
    }
}
