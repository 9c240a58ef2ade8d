package io.leasehold.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesTest extends AdminUiTest {
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @Test
    void everyPageComesWithAStrictPolicyAndANonceOfItsOwn() {
        Browser browser = signedIn();

        HttpResponse<String> page = browser.get("/keys/some-id");
        HttpResponse<String> again = browser.get("/");

        String policy = page.headers().firstValue("content-security-policy").orElseThrow();
        String nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
        assertThat(policy)
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("nonce=\"" + nonce + "\"").doesNotContain("__CSP_NONCE__");
        assertThat(again.headers().firstValue("content-security-policy"))
                .isNotEqualTo(page.headers().firstValue("content-security-policy"));
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    }

    @Test
    void theAppsFilesAreKeptForGoodAndSentCompressed() {
        Browser browser = signedIn();
        Matcher script = SCRIPT.matcher(browser.get("/").body());
        assertThat(script.find()).isTrue();

        HttpResponse<byte[]> asset = browser()
                .send(browser().request(script.group(1)).header("accept-encoding", "gzip"), BodyHandlers.ofByteArray());

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("cache-control")).hasValue("public, max-age=31536000, immutable");
        assertThat(asset.headers().firstValue("content-encoding")).hasValue("gzip");
    }

    @Test
    void aFileThatIsMissingIsNoPage() {
        assertThat(browser().get("/assets/gone.js").statusCode()).isEqualTo(404);
    }

    @Test
    void whatRunsHereIsToldWithoutASession() {
        HttpResponse<String> info = browser().get("/api/v1/info");

        assertThat(info.statusCode()).isEqualTo(200);
        assertThat(info.body()).contains("\"service\":\"admin-ui\"");
        assertThat(browser().get("/q/health/ready").statusCode()).isEqualTo(200);
    }
}
