package io.leasehold.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.test.Servers;
import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SignInTest extends AdminUiTest {
    @Test
    void aPageLeadsToTheIdentityProviderAndBack() {
        Browser browser = browser();

        HttpResponse<String> away = browser.get("/keys?range=7D");
        HttpResponse<String> back = browser.signIn("/keys?range=7D", "ada", passwordOf("ada"));

        assertThat(away.statusCode()).isEqualTo(302);
        assertThat(away.headers().firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location)
                        .contains("/protocol/openid-connect/auth")
                        .contains("code_challenge_method=S256")
                        .contains("client_id=admin-ui"));
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.uri()).hasPath("/keys").hasQuery("range=7D");
        assertThat(back.body()).contains("<div id=\"root\">");
    }

    @Test
    void theCookieIsOpaqueAndOutOfReachOfScripts() {
        Browser browser = signedIn();

        String session = browser.cookies().get("q_session");

        assertThat(session).hasSize(43).doesNotContain(".");
        assertThat(browser.cookies().values()).noneMatch(value -> value.startsWith("eyJ") && value.contains("acme"));
    }

    @Test
    void theCookieIsSentToNobodyElse() {
        Browser browser = browser();

        browser.signIn("/", "ada", passwordOf("ada"));

        assertThat(browser.setCookie("q_session"))
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .containsIgnoringCase("Path=/");
    }

    @Test
    void aProgramIsToldWhereToSignInWithoutASession() {
        HttpResponse<String> answer = browser().get("/.well-known/oauth-protected-resource");

        JsonObject metadata = new JsonObject(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(metadata.getJsonArray("authorization_servers"))
                .containsExactly(Servers.addresses().keycloak().issuer().toString());
        assertThat(metadata.getString("resource")).startsWith("http://localhost:");
    }

    @Test
    void whoeverIsNotSignedInIsToldSo() {
        HttpResponse<String> page = browser().get("/sign-in-failed.html?error=access_denied");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Sign-in failed").contains("href=\"/\"");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheIdentityProvider() {
        Browser browser = signedIn();
        String cookie = "q_session=" + browser.cookies().get("q_session");

        HttpResponse<String> end = browser.visit("/logout");

        assertThat(end.body()).as("signing in asks for the password again").contains("kc-form-login");
        assertThat(browser.cookies()).doesNotContainKey("q_session");
        assertThat(browser()
                        .send(browser().request("/api/v1/me").header("cookie", cookie), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void anotherSiteCanNotSignTheUserOut() {
        Browser browser = signedIn();

        HttpResponse<String> refused = browser.send(
                browser.request("/logout").header("Sec-Fetch-Site", "cross-site"), BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsSignedInGoesStraightBackFromTheLogin() {
        HttpResponse<String> back = signedIn().get("/login?return_to=%2Fkeys%3Frange%3D1D");

        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(back.headers().firstValue("location")).hasValue("/keys?range=1D");
    }
}
