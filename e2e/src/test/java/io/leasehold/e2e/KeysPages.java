package io.leasehold.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The pages about keys and their accounts, as an admin uses them. */
final class KeysPages {
    private final Browser browser;

    KeysPages(Browser browser) {
        this.browser = browser;
    }

    void open(String tab) {
        browser.entry("Keys").click();
        browser.tab(tab).click();
    }

    void addAccount(String name, String providerName, String credential) {
        open("Provider accounts");
        browser.button("Add provider account").first().click();
        Locator dialog = browser.dialog();
        choose(dialog, "Provider", providerName);
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Admin credential").fill(credential);
        submit("Add account");
        assertThat(dialog).isHidden();
        assertThat(browser.page().getByText(name).first()).isVisible();
    }

    /** Ends with the dialog that tells what came of it. */
    void addKey(String account, String name, String secret) {
        open("Keys");
        browser.button("Add key").first().click();
        Locator dialog = browser.dialog();
        choose(dialog, "Account", account);
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Secret").fill(secret);
        submit("Add key");
        assertThat(dialog.getByText(name + " is in the pool")).isVisible();
    }

    /** Has the provider make a key; ends with the dialog that tells what came of it. */
    void create(String account, String name, String monthlyLimit) {
        open("Keys");
        browser.button("Create key").first().click();
        Locator dialog = browser.dialog();
        choose(dialog, "Account", account);
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Limit at the provider, USD").fill(monthlyLimit);
        choose(dialog, "Starts again", "monthly");
        submit("Create key");
        assertThat(dialog.getByText("nobody has seen it")).isVisible();
    }

    /** The key's own page, by way of the list. */
    void openKey(String name) {
        lookAt(name);
        browser.link("Open page").click();
        assertThat(browser.tab("Limits")).isVisible();
    }

    /** The key in the drawer beside the list. */
    void lookAt(String name) {
        open("Keys");
        browser.page()
                .getByText(name, new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    /** One of the acts that are seldom done. */
    void choose(String act) {
        browser.button("More").click();
        browser.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(act))
                .click();
        submit(act);
    }

    void choose(Locator dialog, String label, String option) {
        dialog.getByLabel(label).first().click();
        browser.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
    }

    /** The dialog's own button: the page under it may have one of the same name. */
    void submit(String name) {
        browser.dialog()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Nothing is ended before its name was typed. */
    void confirm(String label, String name) {
        Locator field = browser.page().getByLabel(label);
        field.fill(name);
        field.press("Enter");
    }
}
