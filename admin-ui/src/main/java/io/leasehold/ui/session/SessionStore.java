package io.leasehold.ui.session;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sealed sessions in PostgreSQL; each call is one statement. */
@Singleton
class SessionStore {
    private final AgroalDataSource database;

    SessionStore(AgroalDataSource database) {
        this.database = database;
    }

    void insert(byte[] id, byte[] sealedTokens, Instant expiresAt) {
        run("insert into session (session_id, sealed_tokens, expires_at) values (?, ?, ?)", statement -> {
            statement.setBytes(1, id);
            statement.setBytes(2, sealedTokens);
            statement.setObject(3, utc(expiresAt));
            return statement.executeUpdate();
        });
    }

    /** @return false when the session was over by then: it stays so, as it may have been signed out meanwhile */
    boolean refresh(byte[] id, byte[] sealedTokens, Instant expiresAt, Instant now) {
        return run("""
                update session set sealed_tokens = ?, expires_at = ? where session_id = ? and expires_at > ?
                """, statement -> {
            statement.setBytes(1, sealedTokens);
            statement.setObject(2, utc(expiresAt));
            statement.setBytes(3, id);
            statement.setObject(4, utc(now));
            return statement.executeUpdate() == 1;
        });
    }

    Optional<byte[]> findSealedTokens(byte[] id, Instant now) {
        return run("select sealed_tokens from session where session_id = ? and expires_at > ?", statement -> {
            statement.setBytes(1, id);
            statement.setObject(2, utc(now));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        });
    }

    /** Leaves the session until then at most. */
    void expireBy(byte[] id, Instant deadline) {
        run("update session set expires_at = least(expires_at, ?) where session_id = ?", statement -> {
            statement.setObject(1, utc(deadline));
            statement.setBytes(2, id);
            return statement.executeUpdate();
        });
    }

    /** @return how many were there */
    int deleteExpired(Instant now) {
        return run("delete from session where expires_at <= ?", statement -> {
            statement.setObject(1, utc(now));
            return statement.executeUpdate();
        });
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException failure) {
            throw new SessionsUnavailableException(failure);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
