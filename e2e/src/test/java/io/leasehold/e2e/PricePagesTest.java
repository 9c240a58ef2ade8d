package io.leasehold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.TestWorkspace;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What models cost, prices of a workspace's own, and the past priced again, in a browser. */
@ExtendWith(RunningSystem.Extension.class)
class PricePagesTest {
    private static final String MODEL = "claude-haiku-4-5";

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;
    private final Browser browser = new Browser();
    private final Page page = browser.page();

    PricePagesTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aPriceIsSetIsSeenInTheListAndIsRemoved() {
        browser.signIn(system, "/costs/prices?workspace=" + workspace.slug());
        page.getByLabel("Model, as requests name it").fill(MODEL);
        // Other providers have it too.
        Locator row = page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(MODEL))
                .filter(new Locator.FilterOptions().setHasText("Anthropic"));
        assertThat(row).containsText("price book");
        browser.screenshots("prices");

        browser.button("Set a price").click();
        browser.dialog().locator("input[name=model]").fill(MODEL);
        browser.dialog().locator("input[name=input]").fill("0.75");
        browser.screenshots("price-set");
        browser.button("Set price").click();

        assertThat(row).containsText("our own");
        assertThat(row).containsText("$0.75");
        assertThat(new BigDecimal(overrides().at("/items/0/prices/input").asText()))
                .isEqualByComparingTo("0.75");
        browser.tab("Own prices").click();
        browser.button(MODEL).click();
        assertThat(browser.dialog().locator("[data-state=in_force]")).isVisible();
        browser.screenshots("price-own");
        browser.button("Remove").click();
        browser.dialog()
                .last()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Remove").setExact(true))
                .click();

        assertThat(page.getByText("No prices of its own")).isVisible();
        assertThat(overrides().get("items")).isEmpty();
    }

    @Test
    void whatPricingThePastAgainWouldChangeIsSeenBeforeItIsDone() {
        browser.signIn(system, "/costs/prices?tab=repricings&workspace=" + workspace.slug());

        browser.button("Price the past again").click();
        browser.button("See what would change").click();

        assertThat(browser.dialog().getByText("Nothing would change")).isVisible();
        assertThat(browser.button("Price again")).isHidden();
        browser.screenshots("price-again");
        browser.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Close").setExact(true))
                .last()
                .click();
        assertThat(page.getByRole(AriaRole.TABLE).getByText("only looked at")).isVisible();
    }

    private JsonNode overrides() {
        return admin.get(system.endpoints().keyService(), "/api/v1/prices/overrides")
                .expectSuccess();
    }
}
