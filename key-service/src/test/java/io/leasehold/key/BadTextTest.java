package io.leasehold.key;

import static org.hamcrest.Matchers.equalTo;

import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that no table can keep is the caller's mistake, wherever it stands. */
@QuarkusTest
class BadTextTest {
    private final KeyApi admin = KeyApi.as(TestWorkspace.fresh(), "admin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/keys/%00",
                "/api/v1/keys/a%00b/revocation",
                "/api/v1/keys?text=%00",
                "/api/v1/keys?provider=%00",
                "/api/v1/keys?state=%00",
                "/api/v1/limits/user/%00",
                "/api/v1/limits?scope_id=%00",
                "/api/v1/audit?action=%00",
                "/api/v1/audit?target=%00"
            })
    void aNulInAnAddressIsRefused(String address) {
        admin.call().urlEncodingEnabled(false).get(address).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/keys", "/api/v1/limits", "/api/v1/audit", "/api/v1/provider-accounts"})
    void aNulInACursorIsRefused(String list) {
        String cursor =
                Base64.getUrlEncoder().withoutPadding().encodeToString("key:\0".getBytes(StandardCharsets.UTF_8));

        admin.call().get(list + "?cursor=" + cursor).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800"})
    void whatIsNoTextIsRefusedInABody(String text) {
        UUID account = admin.addAccountWithoutCredential();
        String key = admin.addUnverifiedKey(account).toString();
        admin.call()
                .body("{\"account_id\":\"" + account
                        + "\",\"name\":\"n\",\"secret\":\"sk-ant-api03-x\",\"verify\":false," + "\"tags\":[\"a" + text
                        + "\"]}")
                .post("/api/v1/keys")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("tags.[0]"));
        admin.call()
                .body("{\"reason\":\"" + text + "\"}")
                .post("/api/v1/keys/" + key + "/revoke")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"));
        admin.call().get("/api/v1/keys/" + key + "/revocation").then().statusCode(404);
    }

    /** Not to be taken for the above: what people really write. */
    @Test
    void everyOtherTextIsKept() {
        String key = admin.addUnverifiedKey(admin.addAccountWithoutCredential()).toString();
        String text = "Ümläut \\ud83d\\ude00 \\u202e \\t";

        admin.call()
                .body("{\"reason\":\"" + text + "\"}")
                .post("/api/v1/keys/" + key + "/revoke")
                .then()
                .statusCode(202);
        RestAssured.given().get("/q/health/live").then().statusCode(200);
    }
}
