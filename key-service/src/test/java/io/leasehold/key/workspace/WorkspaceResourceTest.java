package io.leasehold.key.workspace;

import static io.leasehold.key.workspace.Workspaces.as;
import static io.leasehold.key.workspace.Workspaces.told;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.leasehold.key.KeyApi;
import io.leasehold.test.TestDatabase;
import io.leasehold.test.TestWorkspace;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkspaceResourceTest {
    private static final String ACME = "0199f000-0000-7000-8000-00000000ac3e";
    private static final String GLOBEX = "0199f000-0000-7000-8000-00000000910b";

    @Inject
    LocalWorkspaces local;

    @Test
    void aLocalStackHasItsWorkspacesWithFixedIds() {
        as("ada").get("/api/v1/workspaces").then().statusCode(200).body("items.id", hasItems(ACME, GLOBEX));
        assertThat(told(ACME).slug()).isEqualTo("acme");
        assertThat(told(GLOBEX).slug()).isEqualTo("globex");
    }

    @Test
    void seedingThemAgainChangesNothing() {
        local.onStart(new StartupEvent());

        as("ada")
                .get("/api/v1/workspaces")
                .then()
                .body("items.findAll { it.id == '" + ACME + "' }.version", contains(1));
    }

    @Test
    void theyAreListedPageByPage() {
        String cursor = as("ada")
                .get("/api/v1/workspaces?limit=1")
                .then()
                .statusCode(200)
                .body("items.slug", contains("acme"))
                .extract()
                .path("next_cursor");

        as("ada")
                .get("/api/v1/workspaces?limit=1&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].slug", not("acme"));
    }

    @Test
    void everybodySeesTheirOwnWorkspacesOnly() {
        as("gina").get("/api/v1/workspaces").then().statusCode(200).body("items.slug", contains("globex"));
        as("vic").get("/api/v1/workspaces").then().statusCode(200).body("items.slug", contains("acme"));
    }

    @Test
    void aPlatformAdminAddsAWorkspace() {
        String slug = anySlug();

        String id = as("ada")
                .body(Map.of("slug", slug, "name", "Initech"))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(201)
                .body("slug", equalTo(slug))
                .body("capture", equalTo("metadata"))
                .body("fail_open", equalTo(false))
                .body("domains", hasSize(0))
                .extract()
                .path("id");

        as("ada").get("/api/v1/workspaces?limit=500").then().body("items.slug", hasItem(slug));
        as("gina").get("/api/v1/workspaces").then().body("items.slug", not(hasItem(slug)));
        assertThat(told(id).name()).isEqualTo("Initech");
    }

    @Test
    void nobodyElseAddsOne() {
        as("gina")
                .body(Map.of("slug", anySlug(), "name", "Initech"))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(403);
    }

    @Test
    void aSlugIsUsedOnce() {
        as("ada")
                .body(Map.of("slug", "acme", "name", "Acme again"))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:name-taken"));
    }

    @Test
    void aSlugThatCantStandInAnAddressIsRefused() {
        for (String slug : List.of("A", "-a", "a b", "a/b", "a", "x".repeat(41), "ä-ö")) {
            as("ada")
                    .body(Map.of("slug", slug, "name", "n"))
                    .post("/api/v1/workspaces")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("slug"));
        }
    }

    @Test
    void meTellsWhoCallsAndWhatTheyMayDo() {
        as("ada")
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo("ada"))
                .body("platform_admin", equalTo(true))
                .body("workspaces.find { it.slug == 'acme' }.role", equalTo("platform_admin"));
        as("olga")
                .get("/api/v1/me")
                .then()
                .body("platform_admin", equalTo(false))
                .body("workspaces.slug", contains("acme"))
                .body("workspaces.role", contains("operator"));
    }

    @Test
    void aWorkspaceThatOnlyTheIdentityProviderKnowsIsNotThere() {
        TestWorkspace unknown = TestWorkspace.freshOutsideTheService();

        given().auth()
                .oauth2(unknown.token("admin"))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("workspaces", hasSize(0));
        given().auth().oauth2(unknown.token("admin")).get("/api/v1/keys").then().statusCode(403);
    }

    @Test
    void anotherOnesWorkspaceIsAsUnknownAsNone() {
        TestWorkspace own = TestWorkspace.fresh();
        TestWorkspace other = TestWorkspace.fresh();

        for (String unknown : List.of(other.slug(), other.id().toString(), "never-made")) {
            String expected = "There is no workspace '" + unknown
                    + "' that you belong to. Check its slug, or ask one of its admins to add you.";
            as(own, "admin")
                    .get("/api/v1/workspaces/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("detail", equalTo(expected));
            as(own, "admin")
                    .body("{}")
                    .patch("/api/v1/workspaces/" + unknown)
                    .then()
                    .statusCode(404)
                    .body("detail", equalTo(expected));
        }
    }

    @Test
    void aWorkspaceIsDeletedForGood() {
        TestWorkspace workspace = TestWorkspace.fresh();
        as(workspace, "admin")
                .delete("/api/v1/workspaces/" + workspace.slug())
                .then()
                .statusCode(403);

        as("ada").delete("/api/v1/workspaces/" + workspace.slug()).then().statusCode(204);

        as("ada").delete("/api/v1/workspaces/" + workspace.slug()).then().statusCode(204);
        as("ada").get("/api/v1/workspaces/" + workspace.slug()).then().statusCode(404);
        as(workspace, "admin")
                .header("leasehold-workspace", workspace.slug())
                .get("/api/v1/keys")
                .then()
                .statusCode(403);
        as("ada")
                .body(Map.of("slug", workspace.slug(), "name", "Again"))
                .post("/api/v1/workspaces")
                .then()
                .statusCode(409);
        assertThat(told(workspace.id().toString()).deletedAt()).isNotNull();
    }

    @Test
    void aWorkspaceWithSomethingAliveInItStays() {
        TestWorkspace workspace = TestWorkspace.fresh();
        KeyApi.as(workspace, "admin").addAccountWithoutCredential();

        as("ada")
                .delete("/api/v1/workspaces/" + workspace.slug())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:leasehold:problem:wrong-state"));

        as(workspace, "admin")
                .get("/api/v1/workspaces/" + workspace.slug())
                .then()
                .statusCode(200);
    }

    @Test
    void nothingIsAddedToADeletedOneByACallThatBeganBefore() throws SQLException {
        TestWorkspace workspace = TestWorkspace.fresh();
        as("ada").delete("/api/v1/workspaces/" + workspace.slug()).then().statusCode(204);

        try (Connection database = TestDatabase.open();
                PreparedStatement late = database.prepareStatement("""
                        insert into provider_account (workspace_id, account_id, provider, name, state, capabilities, version,
                                                      created_at, changed_at)
                        values (?, gen_random_uuid(), 'anthropic', 'late', 'active', '{}', 1, now(), now())
                        """)) {
            late.setObject(1, workspace.id());
            assertThatThrownBy(late::executeUpdate).hasMessageContaining("deleted");
        }
    }

    private static String anySlug() {
        return "w-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
