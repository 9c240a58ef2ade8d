package io.leasehold.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.MemberRole;
import io.leasehold.contracts.OpaqueToken;
import io.leasehold.contracts.TokenKind;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A service that makes no API tokens hears of them, and of their end, by the workspace's events. */
@QuarkusTest
class ApiTokenAccessTest {
    /** Two seconds, and more where the machine has much else to do. */
    private static final Duration AT_ONCE = Duration.ofSeconds(6);

    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final OpaqueToken token = TokenKind.API.mint(new SecureRandom());

    @Test
    void aTokenIsGoodFromItsEventOnAndUntilThatOfItsRevocation() {
        assertThat(status()).isEqualTo(401);

        tell(
                2,
                List.of(new WorkspaceView.ApiToken(
                        UUID.randomUUID(), "export", token.sha256(), MemberRole.VIEWER, null, null)));
        Await.untilAsserted(() -> assertThat(status()).isEqualTo(200));

        tell(3, List.of());
        Await.untilAsserted(AT_ONCE, () -> assertThat(status()).isEqualTo(401));
    }

    private void tell(long version, List<WorkspaceView.ApiToken> tokens) {
        Events.publish(
                EventType.WORKSPACE_CHANGED,
                new WorkspaceView(
                        workspace.id(),
                        workspace.slug(),
                        workspace.slug(),
                        Capture.METADATA,
                        false,
                        List.of(),
                        version,
                        Instant.EPOCH,
                        null,
                        null,
                        tokens,
                        List.of(),
                        null,
                        null));
    }

    private int status() {
        return given().auth().oauth2(token.text()).get("/api/v1/requests").statusCode();
    }
}
