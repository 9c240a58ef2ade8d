package io.leasehold.key.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.leasehold.contracts.MemberRole;
import io.leasehold.test.TestWorkspace;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left when the line to the identity provider breaks between any two calls. */
class MembershipsTest {
    private final FailingKeycloak line;
    private final Memberships memberships;
    private final MemberGroups groups;
    private final Users users;
    private final Circle circle =
            Circle.ofWorkspace("ws-" + UUID.randomUUID().toString().substring(0, 13));

    MembershipsTest() throws IOException {
        line = new FailingKeycloak();
        KeycloakAdmin keycloak = line.admin();
        groups = new MemberGroups(keycloak);
        memberships = new Memberships(keycloak, groups);
        users = new Users(keycloak, new TestMembersConfig("", java.net.URI.create("http://unused")));
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void whatFailsHalfWayIsCompletedByItsRetry() {
        String user = users.create("half-" + UUID.randomUUID() + "@example.com").id();
        for (MemberRole role : new MemberRole[] {MemberRole.OPERATOR, MemberRole.ADMIN, MemberRole.VIEWER}) {
            MemberRole before = memberships.find(circle, user).map(Member::role).orElse(role);
            for (int calls = 0; calls < 12; calls++) {
                line.breakAfter(calls);
                Throwable failure = catchThrowable(() -> memberships.set(circle, user, role));
                line.mend();
                if (failure != null) {
                    assertThat(failure).isInstanceOf(IdentityProviderProblem.class);
                    assertThat(memberships.find(circle, user).map(Member::role).orElse(before))
                            .isIn(before, role);
                }
            }
            memberships.set(circle, user, role);
            assertThat(memberships.list(circle)).extracting(Member::role).containsExactly(role);
        }
    }

    @Test
    void removingFromEverywhereEndsDomainRolesToo() {
        Circle domain = new Circle(circle.path() + "/domains/app.example.com");
        String user = users.create("gone-" + UUID.randomUUID() + "@example.com").id();
        memberships.set(circle, user, MemberRole.ADMIN);
        memberships.set(domain, user, MemberRole.OPERATOR);

        for (int calls = 0; calls < 8; calls++) {
            line.breakAfter(calls);
            Throwable failure = catchThrowable(() -> memberships.removeEverywhere(circle, user));
            line.mend();
            if (failure != null && memberships.find(circle, user).isEmpty()) {
                assertThat(memberships.list(domain)).isEmpty();
            }
        }
        memberships.removeEverywhere(circle, user);

        assertThat(memberships.list(circle)).isEmpty();
        assertThat(memberships.list(domain)).isEmpty();
    }

    @Test
    void nodesAreNoMembers() {
        TestWorkspace workspace = TestWorkspace.freshOutsideTheService();
        workspace.nodeToken("node-1");
        workspace.token("viewer");

        assertThat(memberships.list(Circle.ofWorkspace(workspace.slug())))
                .extracting(Member::username)
                .containsExactly(workspace.slug() + "-viewer");
    }
}
