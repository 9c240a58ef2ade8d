package io.leasehold.ui.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.leasehold.test.TestDatabase;
import io.leasehold.ui.AdminUiTest;
import io.leasehold.ui.Browser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTokensTest extends AdminUiTest {
    @Inject
    AgroalDataSource database;

    @Test
    void aSessionIsAllInTheDatabaseAndOutlivesTheProcess() throws GeneralSecurityException {
        SessionSecret secret = SessionSecret.ofCookie(signedIn().cookies().getOrDefault("q_session", ""));

        byte[] sealed = new SessionStore(database)
                .findSealedTokens(secret.id(), Instant.now())
                .orElseThrow();

        assertThat(Seal.open(secret.sealingKey(), sealed)).asString(UTF_8).contains("\"refresh\":\"eyJ");
    }

    @Test
    void theDatabaseAloneTellsNoTokenAndNoCookie() throws SQLException {
        SessionSecret secret = SessionSecret.ofCookie(signedIn().cookies().getOrDefault("q_session", ""));

        String row = rowOf(secret);

        assertThat(row).doesNotContain("eyJ").doesNotContain(secret.cookie());
    }

    @Test
    void aSessionThatIsOverIsForgotten() throws SQLException {
        Browser browser = signedIn();
        SessionSecret secret = SessionSecret.ofCookie(browser.cookies().getOrDefault("q_session", ""));
        SessionStore store = new SessionStore(database);

        store.expireBy(secret.id(), Instant.now().minusSeconds(1));
        store.deleteExpired(Instant.now());

        assertThat(rowOf(secret)).isEmpty();
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aRefreshThatMeetsASignOutBringsNoSessionBack() {
        SessionSecret secret = SessionSecret.ofCookie(signedIn().cookies().getOrDefault("q_session", ""));
        SessionStore store = new SessionStore(database);
        Instant now = Instant.now();
        store.expireBy(secret.id(), now);

        boolean refreshed = store.refresh(secret.id(), new byte[] {1}, now.plusSeconds(60), now.plusMillis(1));

        assertThat(refreshed).isFalse();
        assertThat(store.findSealedTokens(secret.id(), now.plusMillis(1))).isEmpty();
    }

    /** As text, byte by byte; empty when there is no such session. */
    private static String rowOf(SessionSecret secret) throws SQLException {
        try (Connection connection = TestDatabase.open();
                PreparedStatement query = connection.prepareStatement(
                        "select session_id || sealed_tokens from session where session_id = ?")) {
            query.setBytes(1, secret.id());
            ResultSet rows = query.executeQuery();
            return rows.next() ? new String(rows.getBytes(1), ISO_8859_1) : "";
        }
    }
}
