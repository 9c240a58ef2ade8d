package io.leasehold.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void aPlatformAdminHasARoleEverywhere() {
        assertThat(Grants.of(List.of("/platform-admin")).roleIn("any")).contains(Role.PLATFORM_ADMIN);
    }
}
