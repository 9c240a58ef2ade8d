package io.leasehold.kit.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.MemberRole;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.kit.caller.Grants;
import io.leasehold.kit.caller.Role;
import io.leasehold.kit.workspace.KnownApiToken;
import io.leasehold.kit.workspace.Workspace;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiTokenPrincipalTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    private final UUID id = UUID.randomUUID();

    @Test
    void itsGroupGrantsItsRoleInItsWorkspaceOnly() {
        ApiTokenPrincipal principal = principal(MemberRole.OPERATOR, null, null);

        Grants grants = Grants.of(principal.getGroups());

        assertThat(grants.roles()).containsOnlyKeys("acme").containsValue(Role.OPERATOR);
        assertThat(grants.domainRoles()).isEmpty();
        assertThat(grants.platformAdmin()).isFalse();
        assertThat(principal.getSubject()).isEqualTo(id.toString());
        assertThat(principal.getName()).isEqualTo("deploy");
        assertThat(principal.getAudience()).isEmpty();
    }

    @Test
    void thatOfADomainGrantsNothingElse() {
        Grants grants =
                Grants.of(principal(MemberRole.ADMIN, "app.example.com", null).getGroups());

        assertThat(grants.roles()).isEmpty();
        assertThat(grants.domainRoles().get("acme")).containsOnlyKeys("app.example.com");
    }

    @Test
    void whatIsOpenForLongIsTrustedForAMinuteOrUntilItsEnd() {
        assertThat(until(null)).isEqualTo(NOW.plusSeconds(60));
        assertThat(until(NOW.plusSeconds(3600))).isEqualTo(NOW.plusSeconds(60));
        assertThat(until(NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(5));
    }

    private Instant until(@Nullable Instant expiresAt) {
        return Instant.ofEpochSecond(
                principal(MemberRole.VIEWER, null, expiresAt).getExpirationTime());
    }

    private ApiTokenPrincipal principal(MemberRole role, @Nullable String domain, @Nullable Instant expiresAt) {
        return new ApiTokenPrincipal(
                new KnownApiToken(
                        new Workspace(UUID.randomUUID(), "acme", "Acme"),
                        new WorkspaceView.ApiToken(id, "deploy", "00", role, domain, expiresAt)),
                NOW);
    }
}
