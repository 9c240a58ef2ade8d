package io.leasehold.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {
    @Test
    void theStrongestRoleOfAWorkspaceCounts() {
        Grants grants =
                Grants.of(List.of("/workspaces/acme/viewer", "/workspaces/acme/admin", "/workspaces/acme/node"));

        assertThat(grants.roleIn("acme")).contains(Role.ADMIN);
    }

    @Test
    void onlyFullPathsGrantAnything() {
        Grants grants = Grants.of(List.of(
                "workspaces/acme/admin",
                "/acme/admin",
                "/workspaces/acme",
                "/workspaces/acme/admin/x",
                "platform-admin"));

        assertThat(grants.roles()).isEmpty();
        assertThat(grants.platformAdmin()).isFalse();
    }

    @Test
    void aDomainsRoleIsNotTheWorkspaces() {
        assertThat(Grants.of(List.of("/workspaces/acme/domains/app.example.com/admin"))
                        .roleIn("acme"))
                .isEmpty();
    }

    @Test
    void aDomainsRoleIsKnownAsTheDomains() {
        Grants grants = Grants.of(List.of(
                "/workspaces/acme/domains/app.example.com/viewer",
                "/workspaces/acme/domains/app.example.com/operator",
                "/workspaces/acme/domains/shop/node",
                "/workspaces/acme/domains/shop/admin/x",
                "/workspaces/acme/other/app.example.com/admin"));

        assertThat(grants.domainRoles()).isEqualTo(Map.of("acme", Map.of("app.example.com", Role.OPERATOR)));
    }

    @Test
    void theDomainsAreThoseWithARoleThatIsEnough() {
        Grants grants = Grants.of(List.of(
                "/workspaces/acme/domains/app.example.com/admin",
                "/workspaces/acme/domains/shop/viewer",
                "/workspaces/globex/domains/web/admin"));

        assertThat(grants.domainsWith(Set.of(Role.OPERATOR), "acme")).containsExactly("app.example.com");
        assertThat(grants.domainsWith(Set.of(Role.VIEWER), "acme"))
                .containsExactlyInAnyOrder("app.example.com", "shop");
        assertThat(grants.domainsWith(Set.of(), "acme")).isEmpty();
    }

    @Test
    void aRoleInADomainIsInItsWorkspace() {
        assertThat(Grants.of(List.of("/workspaces/acme/domains/shop/viewer")).onlyWorkspace())
                .contains("acme");
        assertThat(Grants.of(List.of("/workspaces/acme/domains/shop/viewer", "/workspaces/globex/admin"))
                        .onlyWorkspace())
                .isEmpty();
    }

    @Test
    void aPlatformAdminHasARoleEverywhere() {
        assertThat(Grants.of(List.of("/platform-admin")).roleIn("any")).contains(Role.PLATFORM_ADMIN);
    }
}
