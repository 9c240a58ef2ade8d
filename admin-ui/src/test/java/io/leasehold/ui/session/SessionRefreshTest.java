package io.leasehold.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SessionRefreshTest.AlwaysRefreshing.class)
class SessionRefreshTest extends AdminUiTest {
    /** Tokens live for five minutes, so each call finds them about to expire. */
    public static final class AlwaysRefreshing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.oidc.token.refresh-token-time-skew", "10M");
        }
    }

    @Test
    void aRefreshedSessionForwardsNewTokensUnderTheSameCookie() {
        Browser browser = signedIn();
        String cookie = browser.cookies().get("q_session");

        String first = tokenSeenByTheService(browser);
        String second = tokenSeenByTheService(browser);

        assertThat(second).isNotEqualTo(first);
        assertThat(browser.cookies()).containsEntry("q_session", cookie);
    }

    @Test
    void callsThatMeetARefreshStaySignedIn() {
        Browser browser = signedIn();

        assertThat(IntStream.range(0, 24)
                        .parallel()
                        .map(call -> browser.get("/api/v1/keys").statusCode()))
                .containsOnly(200);
    }

    private static String tokenSeenByTheService(Browser browser) {
        JsonObject seen = new JsonObject(browser.get("/api/v1/keys").body());
        return seen.getJsonObject("headers").getString("authorization");
    }
}
