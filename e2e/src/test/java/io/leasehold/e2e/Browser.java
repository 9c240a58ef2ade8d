package io.leasehold.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser with one page, as an admin sits before it. */
final class Browser implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static final int PATIENCE_MS = 20_000;

    private static final int WIDE = 1440;
    private static final int NARROW = 390;

    /** Colours fade from one theme to the other; what turns forever is not waited for. */
    private static final String THEME_SETTLED = """
            async theme => {
                const frame = () => new Promise(requestAnimationFrame);
                while (document.documentElement.dataset.mantineColorScheme !== theme) await frame();
                await frame();
                await frame();
                const ending = document.getAnimations().filter(one => one.effect.getTiming().iterations !== Infinity);
                await Promise.allSettled(ending.map(one => one.finished));
            }
            """;

    private static final String CLOSE_ANNOUNCEMENTS =
            "document.querySelectorAll('.mantine-Notification-closeButton').forEach(button => button.click())";

    static {
        // As patient as what is done in the page: a machine that is busy answers, only later.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final BrowserContext context;
    private final Page page;

    Browser() {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(WIDE, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE_MS);
        page = context.newPage();
    }

    private static Path executable() {
        Optional<Path> found = Stream.of(
                        Optional.ofNullable(System.getenv("LEASEHOLD_BROWSER")),
                        Optional.of("/usr/bin/chromium"),
                        Optional.of("/usr/bin/chromium-browser"),
                        Optional.of("/usr/bin/google-chrome"),
                        Optional.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(
                () -> new IllegalStateException("No Chromium found; install one or set LEASEHOLD_BROWSER to its path"));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Ada, who administers the installation, signs in on her way to a page. */
    void signIn(TestedSystem system, String path) {
        page.navigate(system.endpoints().adminUi().resolve(path).toString());
        page.locator("#username").fill("ada");
        page.locator("#password").fill(system.local().password("ada"));
        page.locator("#kc-login").click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Of the navigation; the path above a page has links of the same names. */
    Locator entry(String name) {
        return page.getByLabel("Pages")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** The page as it stands, in both themes; each is checked for accessibility as well. */
    void screenshot(String name) {
        // Announcements come and go by fading, half of which nobody can read; what still loads is no page yet.
        page.evaluate(CLOSE_ANNOUNCEMENTS);
        PlaywrightAssertions.assertThat(page.locator(".mantine-Notification-root, .mantine-Skeleton-root"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
        take(name, ColorScheme.LIGHT);
        Accessibility.check(page, name + " in the light theme");
        take(name, ColorScheme.DARK);
        Accessibility.checkColours(page, name + " in the dark theme");
    }

    private void take(String name, ColorScheme scheme) {
        String theme = scheme.name().toLowerCase(Locale.ROOT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate(THEME_SETTLED, theme);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + "-" + theme + ".png"))
                .setFullPage(true));
    }

    /** The same as {@link #screenshot}, and again as wide as a phone, where nothing may stick out sideways. */
    void screenshots(String name) {
        screenshot(name);
        page.setViewportSize(NARROW, 844);
        screenshot(name + "-narrow");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("%s in a narrow window", name)
                .isLessThanOrEqualTo(NARROW);
        page.setViewportSize(WIDE, 900);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
