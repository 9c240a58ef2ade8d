package io.leasehold.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether a page is usable for whoever sees it badly or not at all, as far as a machine can tell. */
final class Accessibility {
    /** WCAG 2.2, level AA. */
    private static final Map<String, Object> ALL =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));

    /** What depends on the theme. */
    private static final Map<String, Object> COLOURS = Map.of("type", "rule", "values", List.of("color-contrast"));

    private static final String VIOLATIONS = """
            async rules => {
                const found = await axe.run({ runOnly: rules });
                if (found.passes.length === 0) throw new Error('axe looked at nothing');
                return found.violations.flatMap(({ id, nodes }) =>
                    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
            }
            """;
    private static final String AXE = load();

    private Accessibility() {}

    static void check(Page page, String name) {
        check(page, name, ALL);
    }

    /** Of a page that was checked in another theme. */
    static void checkColours(Page page, String name) {
        check(page, name, COLOURS);
    }

    private static void check(Page page, String name, Map<String, Object> rules) {
        // Once per page, as it is half a megabyte of script; by the browser's debugger, which the page's policy does
        // not hold back.
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AXE + "; undefined");
        }

        assertThat((List<?>) page.evaluate(VIOLATIONS, rules)).as(name).isEmpty();
    }

    private static String load() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe is not there").readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
