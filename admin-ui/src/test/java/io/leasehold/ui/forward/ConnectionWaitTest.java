package io.leasehold.ui.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ConnectionWaitTest.OneConnection.class)
class ConnectionWaitTest extends AdminUiTest {
    public static final class OneConnection implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("leasehold.forwarding.connections", "1", "leasehold.forwarding.connection-wait", "200MS");
        }
    }

    @Test
    void whoeverWaitsTooLongForAConnectionIsToldSo() throws IOException {
        Browser browser = signedIn();

        HttpResponse<InputStream> feed =
                browser.send(browser.request("/api/v1/live/endless"), BodyHandlers.ofInputStream());
        HttpResponse<String> refused = browser.get("/api/v1/keys");
        feed.body().close();

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(new JsonObject(refused.body()).getString("type"))
                .isEqualTo("urn:leasehold:problem:dependency-unavailable");
    }
}
