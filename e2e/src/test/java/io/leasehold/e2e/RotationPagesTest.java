package io.leasehold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.leasehold.demo.client.WorkspaceClient;
import io.leasehold.test.TestWorkspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key gets another secret in a browser, and keeps the old one after all; by order and by schedule. */
@ExtendWith(RunningSystem.Extension.class)
class RotationPagesTest {
    private static final double DONE_WITHIN_MS = 60_000;
    private static final String KEY = "pool-1";

    private final RunningSystem system;
    private final TestWorkspace workspace;
    private final WorkspaceClient admin;
    private final Browser browser = new Browser();
    private final KeysPages keys = new KeysPages(browser);

    RotationPagesTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.freshWorkspace();
        this.admin = system.as(workspace, "admin");
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aKeyIsRotatedRolledBackScheduledAndRotatedForGood() {
        browser.signIn(system, "/keys?workspace=" + workspace.slug());
        keys.addAccount(
                "router",
                "OpenRouter",
                system.providerKey("openrouter", "management").get("secret").asText());
        keys.create("router (OpenRouter)", KEY, "50");
        browser.page().keyboard().press("Escape");
        String first = secret();

        keys.openKey(KEY);
        rotateWithAnOverlap();
        assertThat(secret()).isNotEqualTo(first);
        rollBack();
        assertThat(secret()).isEqualTo(first);
        schedule();
        rotateAtOnce();

        assertThat(secret()).isNotEqualTo(first);
    }

    /** As the service masks it. */
    private String secret() {
        JsonNode key = admin.listKeys().get(0);
        return key.get("masked").asText();
    }

    private void rotateWithAnOverlap() {
        browser.tab("Rotation").click();
        browser.button("Rotate key").click();
        assertThat(step("serve")).hasAttribute("data-state", "planned");
        browser.screenshots("rotation-plan");

        order();
        awaitStep("serve", "done");
        awaitStep("drain", "running");
        browser.screenshots("rotation-under-way");

        // It is found again where it was left.
        browser.page().keyboard().press("Escape");
        assertThat(browser.dialog()).isHidden();
        assertThat(browser.page().locator("main [data-step=drain]")).hasAttribute("data-state", "running");
        browser.tab("State").click();
        browser.button("Show rotation").click();
    }

    /** By the button, which waits for what would happen to be known. */
    private void order() {
        browser.dialog().getByLabel("Type " + KEY + " to go on").fill(KEY);
        keys.submit("Rotate key");
    }

    private void rollBack() {
        browser.dialog().getByText("Roll back").click();
        keys.submit("Roll back");
        awaitText("The rotation is being rolled back");
        browser.dialog().getByText("End the overlap now").click();
        awaitText("The old secret is the only one, as before.");
        browser.screenshot("rotation-rolled-back");
        browser.page().keyboard().press("Escape");
    }

    private void schedule() {
        browser.tab("Rotation").click();
        assertThat(browser.page().getByText("rolled back").first()).isVisible();
        browser.button("Set schedule").click();
        keys.submit("Save");
        assertThat(code("0 3 1 * *")).isVisible();

        browser.button("Change schedule").click();
        browser.dialog().getByLabel("Cron").fill("0 4 * * 1");
        keys.submit("Save");
        assertThat(code("0 4 * * 1")).isVisible();
        browser.screenshots("rotation-schedule");
    }

    private void rotateAtOnce() {
        browser.button("Rotate key").click();
        browser.dialog().getByLabel("End the old secret at once").check();
        assertThat(step("drain")).hasAttribute("data-state", "planned");
        order();
        awaitText("The new secret is the only one.");
        assertThat(step("destroy")).hasAttribute("data-state", "done");
        browser.screenshot("rotation-done");
    }

    private Locator code(String text) {
        return browser.page().getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    private Locator step(String name) {
        return browser.dialog().locator("[data-step=" + name + "]");
    }

    private void awaitStep(String name, String state) {
        assertThat(step(name))
                .hasAttribute(
                        "data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(DONE_WITHIN_MS));
    }

    private void awaitText(String text) {
        assertThat(browser.dialog().getByText(text))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(DONE_WITHIN_MS));
    }
}
