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

/** Nodes, what they hold and held, and what they may spend, in a browser; each page is looked at in both themes. */
@ExtendWith(RunningSystem.Extension.class)
class FleetPagesTest {
    private static final String NODE = "batch-1";
    /** Limits reach those who count by an event. */
    private static final double KNOWN_WITHIN_MS = 30_000;

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;
    /** As its identity is called. */
    private final String nodeName;

    private final Browser browser = new Browser();
    private final KeysPages keys = new KeysPages(browser);

    FleetPagesTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
        this.nodeName = workspace.slug() + "-" + NODE;
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aNodeIsFollowedAndItsLeasesAreRevokedAtOnce() {
        Pool.anthropic(system, admin);
        WorkspaceClient node = system.asNode(workspace, NODE);
        JsonNode lease = Pool.lease(system, node, Map.of("provider", "anthropic", "domain", "batch.example.com"));
        Page page = browser.page();
        browser.signIn(system, "/nodes?workspace=" + workspace.slug());
        assertThat(page.getByRole(AriaRole.TABLE).getByText(nodeName)).isVisible();
        browser.screenshots("nodes");

        browser.link(nodeName).click();
        browser.link("Open page").click();
        browser.tab("Timeline").click();
        assertThat(page.getByText("lease granted")).isVisible();
        browser.screenshots("nodes-timeline");

        browser.link("Revoke its leases").click();
        assertThat(page.getByText("1 lease of 1 node would be revoked")).isVisible();
        browser.screenshots("leases-revoke-these");
        browser.dialog().getByLabel("Reason").fill("The machine is gone.");
        keys.confirm("Type " + workspace.slug() + ", the workspace, to go on", workspace.slug());
        assertThat(page.getByText("1 lease is revoked")).isVisible();

        JsonNode ended = admin.get(
                        system.endpoints().distributionService(),
                        "/api/v1/leases/" + lease.get("lease_id").asText())
                .expectSuccess();
        assertThat(ended.get("state").asText()).isEqualTo("revoked");
    }

    @Test
    void whoHeldWhatIsToldForAnyTime() {
        Pool.anthropic(system, admin);
        Pool.lease(system, system.asNode(workspace, NODE), Map.of("provider", "anthropic"));
        Page page = browser.page();
        browser.signIn(system, "/leases?workspace=" + workspace.slug());
        assertThat(page.getByRole(AriaRole.TABLE).getByText(nodeName)).isVisible();

        Locator at = page.getByLabel("Held at");
        at.fill("2026-01-01T12:00");
        at.press("Enter");

        assertThat(page.getByText("Who held what at")).isVisible();
        assertThat(page.getByText("Nothing fits these filters.")).isVisible();
        browser.screenshots("leases-held-at");
        browser.button("Show now").click();
        assertThat(page.getByRole(AriaRole.TABLE).getByText(nodeName)).isVisible();
    }

    @Test
    void aNodeIsRemovedAndLetInAgain() {
        Pool.anthropic(system, admin);
        Pool.lease(system, system.asNode(workspace, NODE), Map.of("provider", "anthropic"));
        Page page = browser.page();
        browser.signIn(system, "/nodes?workspace=" + workspace.slug());

        browser.link(nodeName).click();
        browser.button("Remove node").click();
        browser.dialog().last().getByLabel("Reason").fill("The machine was sold.");
        keys.confirm("Type " + nodeName + " to go on", nodeName);
        assertThat(page.locator("[data-state=removed]").first()).isVisible();

        browser.button("Let in again").click();
        browser.dialog()
                .last()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Let in").setExact(true))
                .click();
        assertThat(page.locator("[data-state=enrolled]").first()).isVisible();
    }

    @Test
    void anEnrolmentTokenIsShownOnceAndTakenBack() {
        Page page = browser.page();
        browser.signIn(system, "/nodes?tab=tokens&workspace=" + workspace.slug());

        browser.button("Make enrolment token").first().click();
        browser.dialog().getByLabel("Name").fill("batch machines");
        keys.submit("Make token");
        String token = browser.dialog().locator("code").first().textContent();
        system.remember(token);
        assertThat(page.getByText("it is not shown again")).isVisible();
        page.keyboard().press("Escape");
        assertThat(browser.dialog()).isHidden();

        assertThat(page.getByRole(AriaRole.TABLE).getByText("batch machines")).isVisible();
        assertThat(page.content()).doesNotContain(token);
        browser.screenshots("enrolment-tokens");
        browser.button("Take back").click();
        keys.submit("Take back");
        assertThat(page.getByText("No enrolment tokens")).isVisible();
    }

    @Test
    void aWorkspaceIsLimitedAndTheLimitShowsWhatIsLeft() {
        Page page = browser.page();
        browser.signIn(system, "/limits?workspace=" + workspace.slug());

        browser.button("Set limits").first().click();
        keys.submit("Go on");
        browser.dialog()
                .last()
                .getByRole(AriaRole.GROUP, new Locator.GetByRoleOptions().setName("per month"))
                .getByLabel("Amount, USD")
                .fill("100");
        browser.dialog()
                .last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.getByText("lasts").first())
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(KNOWN_WITHIN_MS));
        browser.screenshots("limits");
    }
}
