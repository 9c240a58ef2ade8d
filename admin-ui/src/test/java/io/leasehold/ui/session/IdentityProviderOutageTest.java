package io.leasehold.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.test.Await;
import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(value = ShortTokens.class, restrictToAnnotatedClass = true)
class IdentityProviderOutageTest extends AdminUiTest {
    @ParameterizedTest
    @EnumSource(value = ShortTokens.Way.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void aSessionOutlivesAnOutageOfTheIdentityProvider(ShortTokens.Way broken) {
        Browser browser = signedIn();
        String cookie = browser.cookies().get("q_session");

        choose(broken);
        // Until the token is over, it is good enough.
        Await.untilAsserted(
                () -> assertThat(browser.get("/api/v1/keys").statusCode()).isNotEqualTo(200));
        HttpResponse<String> meanwhile = browser.get("/api/v1/keys");
        HttpResponse<String> page = browser.get("/keys?range=7D");
        HttpResponse<String> stranger = browser().get("/keys?range=7D");
        choose(ShortTokens.Way.OPEN);
        HttpResponse<String> afterwards = browser.get("/api/v1/keys");

        assertThat(meanwhile.statusCode()).as(meanwhile.body()).isEqualTo(503);
        assertThat(new JsonObject(meanwhile.body()).getString("type"))
                .isEqualTo("urn:leasehold:problem:dependency-unavailable");
        assertThat(page.statusCode())
                .as("a page that is loaded anew says what is away")
                .isEqualTo(200);
        assertThat(page.body()).contains("<div id=\"root\">");
        assertThat(stranger.statusCode())
                .as("without a session there is a sign-in only")
                .isEqualTo(302);
        assertThat(afterwards.statusCode()).as(afterwards.body()).isEqualTo(200);
        assertThat(browser.cookies()).containsEntry("q_session", cookie);
    }

    private void choose(ShortTokens.Way way) {
        URI control = ConfigProvider.getConfig().getValue(ShortTokens.CONTROL, URI.class);
        browser()
                .send(
                        HttpRequest.newBuilder(control).POST(BodyPublishers.ofString(way.name())),
                        BodyHandlers.ofString());
    }
}
