package io.leasehold.key.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.Await;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys whose secrets come from where the operator says: who may choose what, and what else can be done with them. */
@QuarkusTest
@TestProfile(NamedSources.Profile.class)
class KeySourceTest {
    private final SourceFixture sources = new SourceFixture();
    private final KeyApi admin = sources.admin();

    @Test
    void sourcesOfOthersAreAsIfTheyWereNot() {
        SourceFixture.write("of-others", Sim.openRouterKey());

        admin.call()
                .get("/api/v1/key-sources")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("plain", "environment"))
                .body("items.name", not(hasItem("of-others")))
                .body(
                        "items.find { it.name == 'plain' }.location",
                        equalTo(SourceFixture.file("plain").toString()))
                .body("items.find { it.name == 'ends-old' }.revokes_old", equalTo(true));
        KeyApi.as(SourceFixture.OTHERS, "admin")
                .call()
                .get("/api/v1/key-sources")
                .then()
                .body("items.name", equalTo(List.of("of-others")));
        UUID account = admin.addOpenRouterAccount();
        String theirs = sources.add("of-others", account)
                .then()
                .statusCode(400)
                .extract()
                .path("detail");
        String nobodys =
                sources.add("made-up", account).then().statusCode(400).extract().path("detail");
        assertThat(theirs).isEqualTo(nobodys).contains("key-sources");
    }

    @Test
    void aKeyHasEitherASecretOrASource() {
        UUID account = admin.addOpenRouterAccount();
        Sim.SimKey key = Sim.openRouterKey();

        for (Map<String, Object> body : List.of(
                Map.<String, Object>of("account_id", account),
                Map.<String, Object>of("account_id", account, "secret", key.secret(), "source", "plain"))) {
            sources.post(body)
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("secret"))
                    .body("detail", containsString("either the secret or the source"));
        }
    }

    @Test
    void aKeyHasWhatAVariableHolds() {
        String held = System.getenv("SOURCE_OF_TESTS");

        sources.post(Map.of("account_id", admin.addOpenRouterAccount(), "source", "environment", "verify", false))
                .then()
                .statusCode(201)
                .body("last4", equalTo(held.substring(held.length() - 4)))
                .body("source.kind", equalTo("variable"))
                .body("source.location", equalTo("SOURCE_OF_TESTS"));
    }

    @Test
    void amongManyEachHasItsOwn() {
        UUID account = admin.addOpenRouterAccount();
        Sim.SimKey held = Sim.openRouterKey();
        Sim.SimKey given = Sim.openRouterKey();
        SourceFixture.write("batch", held);

        admin.call()
                .body(Map.of(
                        "keys",
                        List.of(
                                Map.of("account_id", account, "name", KeyApi.anyName(), "source", "batch"),
                                Map.of("account_id", account, "name", KeyApi.anyName(), "secret", given.secret()),
                                Map.of("account_id", account, "name", KeyApi.anyName(), "source", "made-up"))))
                .post("/api/v1/keys/batch")
                .then()
                .statusCode(200)
                .body("items[0].key.provider_key_id", equalTo(held.id()))
                .body("items[0].key.source.name", equalTo("batch"))
                .body("items[1].key.source", nullValue())
                .body("items[2].key", nullValue())
                .body("items[2].detail", containsString("no such source"));
    }

    @Test
    void aSourceIsOfOneKeyUntilThatHasEnded() {
        Sim.SimKey first = Sim.openRouterKey();
        Sim.SimKey second = Sim.openRouterKey();
        UUID id = sources.added("once", first);
        UUID account = admin.addOpenRouterAccount();

        admin.call()
                .body(Map.of())
                .post("/api/v1/keys/" + id + "/retire")
                .then()
                .statusCode(200);
        SourceFixture.write("once", second);
        sources.add("once", account)
                .then()
                .statusCode(409)
                .body("detail", containsString("takes its secret from the source 'once' already"));
        admin.call().get("/api/v1/keys").then().body("items.provider_key_id", not(hasItem(second.id())));
        admin.call()
                .body(Map.of("force", true))
                .post("/api/v1/keys/" + id + "/revoke")
                .then()
                .statusCode(202);
        Await.untilAsserted(
                SourceFixture.PATIENCE,
                () -> assertThat(admin.<String>read("/api/v1/keys/" + id, "state"))
                        .isEqualTo("revoked"));

        Sim.SimKey third = Sim.openRouterKey();
        SourceFixture.write("once", third);
        sources.add("once", account).then().statusCode(201);
    }

    @Test
    void itsSecretIsGivenByItsSourceUntilItLeavesIt() {
        Sim.SimKey first = Sim.openRouterKey();
        Sim.SimKey second = Sim.openRouterKey();
        Sim.SimKey third = Sim.openRouterKey();
        UUID id = sources.added("by-hand", first);
        String key = "/api/v1/keys/" + id;

        admin.call()
                .body(Map.of("secret", second.secret()))
                .post(key + "/secret")
                .then()
                .statusCode(409)
                .body("detail", containsString("source 'by-hand'"));
        admin.call()
                .body(Map.of("dry_run", true))
                .post(key + "/rotate")
                .then()
                .statusCode(200)
                .body("steps[0].detail", containsString("source 'by-hand'"));
        admin.call().body(Map.of("force", true)).post(key + "/rotate").then().statusCode(202);
        Await.untilAsserted(
                SourceFixture.PATIENCE,
                () -> admin.call()
                        .get(key + "/rotation")
                        .then()
                        .body("state", equalTo("awaiting_secret"))
                        .body("reason", containsString("source 'by-hand'")));

        SourceFixture.write("by-hand", second);
        // It was to be without an overlap, and is.
        Await.untilAsserted(
                SourceFixture.PATIENCE,
                () -> assertThat(admin.<String>read(key + "/rotation", "state")).isEqualTo("rotated"));
        admin.call().get(key).then().body("provider_key_id", equalTo(second.id()));

        admin.call().delete(key + "/source").then().statusCode(200).body("source", nullValue());
        admin.call().delete(key + "/source").then().statusCode(200);
        admin.call()
                .body(Map.of("secret", third.secret()))
                .post(key + "/secret")
                .then()
                .statusCode(202);
        sources.awaitServed(id, third);
    }
}
