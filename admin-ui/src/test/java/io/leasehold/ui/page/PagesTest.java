package io.leasehold.ui.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesTest extends AdminUiTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

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
    void theAppsFilesAreKeptForGoodAndSentAsTheBuildPackedThem() throws IOException {
        Browser browser = signedIn();
        Matcher script = SCRIPT.matcher(browser.get("/").body());
        assertThat(script.find()).isTrue();

        HttpResponse<byte[]> plain = asset(script.group(1), "identity");
        HttpResponse<byte[]> gzip = asset(script.group(1), "gzip");
        HttpResponse<byte[]> brotli = asset(script.group(1), "gzip, br");

        assertThat(List.of(plain, gzip, brotli)).allSatisfy(asset -> {
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
            assertThat(asset.headers().allValues("cache-control"))
                    .containsExactly("public, max-age=31536000, immutable");
        });
        assertThat(gzip.headers().allValues("content-encoding")).containsExactly("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(brotli.headers().allValues("content-encoding")).containsExactly("br");
        assertThat(brotli.body()).hasSizeLessThan(gzip.body().length);
    }

    private HttpResponse<byte[]> asset(String path, String encodings) {
        return browser().send(browser().request(path).header("accept-encoding", encodings), BodyHandlers.ofByteArray());
    }

    @Test
    void whatTheFirstPageAsksForIsAskedForWithThePage() {
        assertThat(signedIn().get("/").body()).contains("rel=\"preload\" as=\"fetch\" href=\"/api/v1/me\"");
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
    }

    @Test
    void healthAndMetricsAreOnAPortThatIsNotShownToTheWorld() {
        for (String path : List.of("/q/health/ready", "/q/metrics", "/q/openapi")) {
            assertThat(browser().get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(new Browser(management).get(path).statusCode()).as(path).isEqualTo(200);
        }
    }
}
