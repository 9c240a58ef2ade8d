package io.leasehold.key.apikey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeyResourceTest {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");

    @Test
    void aKeyIsFoundByItsIdAndByItsName() {
        UUID id = addUnverified("production-1", List.of());

        admin.call().get("/api/v1/keys/" + id).then().statusCode(200).body("name", equalTo("production-1"));
        admin.call().get("/api/v1/keys/production-1").then().statusCode(200).body("id", equalTo(id.toString()));
        admin.call()
                .get("/api/v1/keys/" + id.toString().toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()));
        admin.call()
                .get("/api/v1/keys/production-2")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:leasehold:problem:not-found"));
    }

    @Test
    void keysAreFilteredByStateProviderAndText() {
        addUnverified("production-web", List.of("team:web"));
        addUnverified("production-api", List.of("team:api"));

        admin.call().get("/api/v1/keys?state=active").then().body("items", hasSize(2));
        admin.call().get("/api/v1/keys?state=revoked").then().body("items", hasSize(0));
        admin.call().get("/api/v1/keys?provider=anthropic").then().body("items", hasSize(2));
        admin.call().get("/api/v1/keys?provider=openrouter").then().body("items", hasSize(0));
        admin.call().get("/api/v1/keys?text=WEB").then().body("items.name", contains("production-web"));
        admin.call().get("/api/v1/keys?text=team:api").then().body("items.name", contains("production-api"));
        admin.call().get("/api/v1/keys?text=%25").then().body("items", hasSize(0));
    }

    @Test
    void keysAreFilteredByAccountAndTag() {
        UUID one = admin.addAnthropicAccount();
        UUID web = addUnverified(one, "production-1", List.of("team:web", "prod"));
        UUID api = addUnverified(admin.addAnthropicAccount(), "web", List.of("team:api"));

        admin.call().get("/api/v1/keys?account=" + one).then().body("items.id", contains(web.toString()));
        admin.call().get("/api/v1/keys?tag=TEAM:web").then().body("items.id", contains(web.toString()));
        admin.call().get("/api/v1/keys?tag=team").then().body("items", hasSize(0));
        admin.call().get("/api/v1/keys?tag=web").then().body("items", hasSize(0));
        admin.call().get("/api/v1/keys?text=web&tag=team:api").then().body("items.id", contains(api.toString()));
    }

    /** More words than an index entry holds. */
    @Test
    void theLastOfVeryManyTagsIsFoundToo() {
        List<String> many = IntStream.range(0, 50)
                .mapToObj(i -> "tag-" + i + "-" + "x".repeat(80))
                .toList();
        UUID id = addUnverified(admin.addAnthropicAccount(), "tagged", many);

        admin.call().get("/api/v1/keys?text=tag-49-").then().body("items.id", contains(id.toString()));
        admin.call().get("/api/v1/keys?tag=" + many.getLast()).then().body("items.id", contains(id.toString()));
        admin.call().get("/api/v1/keys?text=tag-50-").then().body("items", hasSize(0));
    }

    @Test
    void keysAreListedByNameInBothDirectionsPageByPage() {
        UUID account = admin.addAnthropicAccount();
        List.of("b", "c", "a").forEach(name -> addUnverified(account, name, List.of()));

        String cursor = admin.call()
                .get("/api/v1/keys?sort=name&limit=2")
                .then()
                .body("items.name", contains("a", "b"))
                .extract()
                .path("next_cursor");
        admin.call()
                .get("/api/v1/keys?sort=name&limit=2&cursor=" + cursor)
                .then()
                .body("items.name", contains("c"));
        admin.call().get("/api/v1/keys?sort=-name").then().body("items.name", contains("c", "b", "a"));
        admin.call().get("/api/v1/keys?sort=created_at").then().body("items.name", contains("b", "c", "a"));
        admin.call().get("/api/v1/keys?sort=color").then().statusCode(400);
        admin.call().get("/api/v1/keys?cursor=" + cursor).then().statusCode(400);
    }

    @Test
    void aStateThatIsNoneIsRefused() {
        admin.call().get("/api/v1/keys?state=asleep").then().statusCode(400).body("errors[0].field", equalTo("state"));
    }

    @Test
    void keysAreListedPageByPageNewestFirst() {
        UUID account = admin.addAnthropicAccount();
        UUID first = addUnverified(account, "one", List.of());
        UUID second = addUnverified(account, "two", List.of());
        UUID third = addUnverified(account, "three", List.of());

        String cursor = admin.call()
                .get("/api/v1/keys?limit=2")
                .then()
                .body("items.id", contains(third.toString(), second.toString()))
                .extract()
                .path("next_cursor");
        admin.call()
                .get("/api/v1/keys?limit=2&cursor=" + cursor)
                .then()
                .body("items.id", contains(first.toString()))
                .body("next_cursor", nullValue());
    }

    @Test
    void verifyingSaysWhatTheProviderSays() {
        Sim.SimKey key = Sim.anthropicKey();
        UUID id = admin.addKey(admin.addAnthropicAccount(), key);

        KeyApi.as(workspace, "operator")
                .call()
                .post("/api/v1/keys/" + id + "/verify")
                .then()
                .statusCode(200)
                .body("result", equalTo("valid"));
        admin.call().get("/api/v1/keys/" + id).then().body("version", equalTo(2));

        Sim.order(key, Map.of("dead", true));
        admin.call()
                .post("/api/v1/keys/" + id + "/verify")
                .then()
                .statusCode(200)
                .body("result", equalTo("invalid"));
        admin.call().get("/api/v1/keys/" + id).then().body("version", equalTo(2));
    }

    @Test
    void viewersSeeKeysAndChangeNothing() {
        UUID account = admin.addAnthropicAccount();
        UUID id = addUnverified(account, "production", List.of());
        KeyApi viewer = KeyApi.as(workspace, "viewer");

        viewer.call().get("/api/v1/keys/" + id).then().statusCode(200);
        viewer.postKey(account, Sim.anthropicKey(), Map.of()).then().statusCode(403);
        viewer.call().post("/api/v1/keys/" + id + "/verify").then().statusCode(403);
        viewer.call().post("/api/v1/keys/" + id + "/revoke").then().statusCode(403);
        viewer.call()
                .body(Map.of("provider_key_id", "x"))
                .post("/api/v1/keys/" + id + "/bind")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherWorkspacesIdsDoNotExistHere() {
        UUID account = admin.addAnthropicAccount();
        UUID key = addUnverified(account, "production", List.of());
        KeyApi stranger = KeyApi.as(TestWorkspace.fresh(), "admin");

        stranger.call().get("/api/v1/provider-accounts/" + account).then().statusCode(404);
        stranger.call().get("/api/v1/keys/" + key).then().statusCode(404);
        stranger.call().post("/api/v1/keys/" + key + "/verify").then().statusCode(404);
        stranger.call().post("/api/v1/keys/" + key + "/revoke").then().statusCode(404);
        stranger.call().get("/api/v1/keys/" + key + "/revocation").then().statusCode(404);
        stranger.call()
                .body(Map.of("provider_key_id", "x"))
                .post("/api/v1/keys/" + key + "/bind")
                .then()
                .statusCode(404);
        stranger.postKey(account, Sim.anthropicKey(), Map.of()).then().statusCode(404);
        stranger.call()
                .body("{\"limits\":[]}")
                .put("/api/v1/limits/key/" + key)
                .then()
                .statusCode(404);
        admin.call()
                .get("/api/v1/keys/" + key)
                .then()
                .body("state", equalTo("active"))
                .body("version", equalTo(1));
    }

    @Test
    void anUnknownFieldIsRefusedWithTheKnownOnes() {
        admin.postKey(UUID.randomUUID(), Sim.anthropicKey(), Map.of("nmae", "typo"))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:leasehold:problem:unknown-field"))
                .body("detail", containsString("provider_key_id"));
    }

    @Test
    void wrongTypesAreRefused() {
        admin.call()
                .body("{\"account_id\":5,\"name\":\"n\",\"secret\":\"sk-ant-12345\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(400);
        admin.call()
                .body("{\"account_id\":\"" + UUID.randomUUID() + "\",\"name\":5,\"secret\":\"sk-ant-12345\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(400);
        admin.call()
                .body("{\"account_id\":\"" + UUID.randomUUID()
                        + "\",\"name\":\"n\",\"secret\":\"sk-ant-12345\",\"tags\":\"t\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(400);
        admin.call().body("[]").post("/api/v1/keys").then().statusCode(400);
        admin.call().body("nonsense").post("/api/v1/keys").then().statusCode(400);
    }

    @Test
    void whatIsMissingIsNamed() {
        admin.call()
                .body("{}")
                .post("/api/v1/keys")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("account_id", "name"));
        admin.call()
                .body(Map.of("account_id", UUID.randomUUID(), "name", KeyApi.anyName()))
                .post("/api/v1/keys")
                .then()
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("secret"));
    }

    @Test
    void aNameThatLooksLikeAnIdIsRefused() {
        admin.postKey(
                        UUID.randomUUID(),
                        Sim.anthropicKey(),
                        Map.of("name", UUID.randomUUID().toString()))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a b", "ä"})
    void whatCantBeAProvidersIdIsRefused(String id) {
        admin.postKey(UUID.randomUUID(), Sim.anthropicKey(), Map.of("provider_key_id", id))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("provider_key_id"));
        admin.call()
                .body(Map.of("provider_key_id", id))
                .post("/api/v1/keys/" + UUID.randomUUID() + "/bind")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("provider_key_id"));
    }

    @Test
    void aHugeBodyIsRefused() {
        admin.call()
                .body("{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}")
                .post("/api/v1/keys")
                .then()
                .statusCode(413);
    }

    @Test
    void withoutAValidTokenNothingIsAnswered() {
        given().get("/api/v1/keys").then().statusCode(401);
        given().auth().oauth2("nonsense").get("/api/v1/keys").then().statusCode(401);
    }

    private UUID addUnverified(String name, List<String> tags) {
        return addUnverified(admin.addAnthropicAccount(), name, tags);
    }

    private UUID addUnverified(UUID account, String name, List<String> tags) {
        String secret = "sk-ant-api03-" + UUID.randomUUID();
        return UUID.fromString(admin.postKey(
                        account, new Sim.SimKey("none", secret), Map.of("name", name, "tags", tags, "verify", false))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }
}
