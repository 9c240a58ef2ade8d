package io.leasehold.key.member;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leasehold.kit.database.Database;
import io.leasehold.test.TestRealm;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** In the operators' realm, as it is imported, which has nobody in it. It is imported once, as that takes seconds. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstAdminTest {
    private static final Path OPERATORS_REALM = Path.of("../k8s/keycloak/leasehold-realm.json");
    /** Shared by all tests of the run, as their table is. */
    private static final AtomicInteger ROUNDS = new AtomicInteger();

    @Inject
    Database database;

    @Inject
    Clock clock;

    private TestRealm realm;
    private KeycloakAdmin keycloak;
    private FirstAdmin firstAdmin;

    @BeforeAll
    void importRealm() throws Exception {
        realm = TestRealm.of(Files.readString(OPERATORS_REALM, UTF_8));
        MembersConfig config = new TestMembersConfig(realm.clientSecret(), realm.adminUrl());
        keycloak = new KeycloakAdmin(config, realm.issuer());
        firstAdmin = new FirstAdmin(
                database, keycloak, new MemberGroups(keycloak), new Users(keycloak, config), config, clock);
    }

    @BeforeEach
    void removeEverybody() {
        realm.removeUsers();
        assertThat(admins()).isZero();
    }

    @AfterAll
    void removeRealm() {
        realm.close();
    }

    @Test
    void aRealmWithoutAnAdminGetsOneOnce() {
        int round = ROUNDS.incrementAndGet();

        assertThat(firstAdmin.appoint("boss@example.com", round)).isTrue();
        assertThat(admins()).isEqualTo(1);
        dismissAll();

        assertThat(firstAdmin.appoint("boss@example.com", round)).isTrue();
        assertThat(admins()).isZero();
        assertThat(firstAdmin.appoint("boss@example.com", ROUNDS.incrementAndGet()))
                .isTrue();
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void aRealmThatHasOneGetsNoOther() {
        firstAdmin.appoint("boss@example.com", ROUNDS.incrementAndGet());

        assertThat(firstAdmin.appoint("other@example.com", ROUNDS.incrementAndGet()))
                .isTrue();

        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void somebodyUnknownIsWaitedFor() {
        int round = ROUNDS.incrementAndGet();

        assertThat(firstAdmin.appoint("nobody-yet", round)).isFalse();
        assertThat(admins()).isZero();
        realm.createUser("nobody-yet");

        assertThat(firstAdmin.appoint("nobody-yet", round)).isTrue();
        assertThat(admins()).isEqualTo(1);
    }

    @Test
    void theServiceAccountMayDoNothingElse() {
        for (String path :
                new String[] {"/clients", "/roles", "/events", "/client-scopes", "/identity-provider/instances"}) {
            assertThatThrownBy(() -> keycloak.get(path))
                    .as(path)
                    .isInstanceOf(IdentityProviderProblem.class)
                    .cause()
                    .hasMessageContaining("403");
        }
        assertThatThrownBy(() -> new KeycloakAdmin(
                                new TestMembersConfig(
                                        realm.clientSecret(), URI.create(realm.adminUrl() + "/../master")),
                                realm.issuer())
                        .get("/users"))
                .isInstanceOf(IdentityProviderProblem.class);
    }

    private int admins() {
        String group = new MemberGroups(keycloak).findId("/platform-admin").orElseThrow();
        return keycloak.get("/groups/" + group + "/members").size();
    }

    private void dismissAll() {
        String group = new MemberGroups(keycloak).findId("/platform-admin").orElseThrow();
        keycloak.get("/groups/" + group + "/members")
                .forEach(user -> keycloak.delete("/users/" + user.required("id").asText() + "/groups/" + group));
    }
}
