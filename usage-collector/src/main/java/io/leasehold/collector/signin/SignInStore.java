package io.leasehold.collector.signin;

import io.leasehold.kit.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The table {@code github_sign_in}. */
final class SignInStore {
    private static final String COLUMNS = """
            workspace_id, sign_in_id, account_id, state, started_by, user_code, verification_uri, interval_seconds,
            started_at, expires_at, next_poll_at, attempt, user_name, key_id, token_expires_at, message
            """;
    private static final RowMapper<SignIn> SIGN_IN = Rows.of(SignIn.class);
    private static final int LISTED = 50;

    private SignInStore() {}

    /** A sign-in and what it has in hand. */
    record Claimed(SignIn signIn, byte[] sealed) {}

    static void add(Handle handle, SignIn signIn, byte[] sealed) {
        handle.createUpdate("insert into github_sign_in (" + COLUMNS + """
                        , sealed) values (:workspaceId, :signInId, :accountId, :state, :startedBy, :userCode,
                        :verificationUri, :intervalSeconds, :startedAt, :expiresAt, :nextPollAt, :attempt, :userName, :keyId,
                        :tokenExpiresAt, :message, :sealed)
                        """)
                .bind("workspaceId", signIn.workspaceId())
                .bind("signInId", signIn.signInId())
                .bind("accountId", signIn.accountId())
                .bind("state", signIn.state().wireName())
                .bind("startedBy", signIn.startedBy())
                .bind("userCode", signIn.userCode())
                .bind("verificationUri", signIn.verificationUri().toString())
                .bind("intervalSeconds", signIn.intervalSeconds())
                .bind("startedAt", signIn.startedAt())
                .bind("expiresAt", signIn.expiresAt())
                .bind("nextPollAt", signIn.nextPollAt())
                .bind("attempt", signIn.attempt())
                .bind("userName", signIn.userName())
                .bind("keyId", signIn.keyId())
                .bind("tokenExpiresAt", signIn.tokenExpiresAt())
                .bind("message", signIn.message())
                .bind("sealed", sealed)
                .execute();
    }

    static Optional<SignIn> find(Handle handle, UUID workspaceId, UUID signInId) {
        return handle.createQuery("select " + COLUMNS
                        + " from github_sign_in where workspace_id = :workspaceId and sign_in_id = :signInId")
                .bind("workspaceId", workspaceId)
                .bind("signInId", signInId)
                .map(SIGN_IN)
                .findOne();
    }

    /** The newest ones first. */
    static List<SignIn> list(Handle handle, UUID workspaceId) {
        return handle.createQuery("select " + COLUMNS + """
                        from github_sign_in where workspace_id = :workspaceId
                        order by started_at desc, sign_in_id desc limit :limit
                        """)
                .bind("workspaceId", workspaceId)
                .bind("limit", LISTED)
                .map(SIGN_IN)
                .list();
    }

    static int countOpen(Handle handle, UUID workspaceId, Instant now) {
        return handle.createQuery("""
                        select count(*) from github_sign_in
                        where workspace_id = :workspaceId and state = 'pending' and expires_at > :now
                        """)
                .bind("workspaceId", workspaceId)
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** The key that the same user of the account signed in with before, also where its token has ended since. */
    static Optional<UUID> findKey(Handle handle, UUID workspaceId, UUID accountId, String userName) {
        return handle.createQuery("""
                        select key_id from github_sign_in
                        where workspace_id = :workspaceId and account_id = :accountId and user_name = :userName
                          and (state = 'signed_in' or (state = 'expired' and key_id is not null))
                        order by started_at desc limit 1
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("userName", userName)
                .mapTo(UUID.class)
                .findOne();
    }

    /**
     * Takes an open sign-in that may be asked about now; no two callers get the same one at once.
     *
     * @param until when another may take it, whatever became of this one
     */
    static Optional<Claimed> claim(Handle handle, UUID workspaceId, UUID signInId, Instant now, Instant until) {
        return handle.createQuery("""
                        update github_sign_in set attempt = attempt + 1, next_poll_at = :until
                        where workspace_id = :workspaceId and sign_in_id = :signInId
                          and state in ('pending', 'authorized') and next_poll_at <= :now and sealed is not null
                        returning sealed,
                        """ + COLUMNS)
                .bind("workspaceId", workspaceId)
                .bind("signInId", signInId)
                .bind("now", now)
                .bind("until", until)
                .map((row, context) -> new Claimed(SIGN_IN.map(row, context), row.getBytes("sealed")))
                .findOne();
    }

    /**
     * Keeps what came of an attempt, unless there was another one since.
     *
     * @param sealed what it has in hand now; null for nothing
     */
    static boolean save(Handle handle, SignIn signIn, byte @Nullable [] sealed) {
        return handle.createUpdate("""
                        update github_sign_in
                        set state = :state, interval_seconds = :intervalSeconds, expires_at = :expiresAt,
                            next_poll_at = :nextPollAt, user_name = :userName, key_id = :keyId,
                            token_expires_at = :tokenExpiresAt, message = :message, sealed = :sealed
                        where workspace_id = :workspaceId and sign_in_id = :signInId and attempt = :attempt
                          and state in ('pending', 'authorized')
                        """)
                        .bind("workspaceId", signIn.workspaceId())
                        .bind("signInId", signIn.signInId())
                        .bind("attempt", signIn.attempt())
                        .bind("state", signIn.state().wireName())
                        .bind("intervalSeconds", signIn.intervalSeconds())
                        .bind("expiresAt", signIn.expiresAt())
                        .bind("nextPollAt", signIn.nextPollAt())
                        .bind("userName", signIn.userName())
                        .bind("keyId", signIn.keyId())
                        .bind("tokenExpiresAt", signIn.tokenExpiresAt())
                        .bind("message", signIn.message())
                        .bind("sealed", sealed)
                        .execute()
                == 1;
    }

    static void signOut(Handle handle, UUID workspaceId, UUID signInId, @Nullable String message) {
        handle.createUpdate("""
                        update github_sign_in set state = 'signed_out', sealed = null, message = :message
                        where workspace_id = :workspaceId and sign_in_id = :signInId
                        """)
                .bind("workspaceId", workspaceId)
                .bind("signInId", signInId)
                .bind("message", message)
                .execute();
    }

    /** Earlier sign-ins whose key has another token now. */
    static void replaced(Handle handle, SignIn by) {
        handle.createUpdate("""
                        update github_sign_in set state = 'signed_out', message = 'The user has signed in again since.'
                        where workspace_id = :workspaceId and key_id = :keyId and state in ('signed_in', 'expired')
                          and sign_in_id <> :signInId
                        """)
                .bind("workspaceId", by.workspaceId())
                .bind("keyId", by.keyId())
                .bind("signInId", by.signInId())
                .execute();
    }

    static void keyEnded(Handle handle, UUID workspaceId, UUID keyId, String message) {
        handle.createUpdate("""
                        update github_sign_in set state = 'signed_out', message = :message
                        where workspace_id = :workspaceId and key_id = :keyId and state in ('signed_in', 'expired')
                        """)
                .bind("workspaceId", workspaceId)
                .bind("keyId", keyId)
                .bind("message", message)
                .execute();
    }

    /** Ends those whose time is over, and takes what they had in hand from them. Across workspaces. */
    static int expire(Handle handle, Instant now) {
        return handle.createUpdate("""
                        update github_sign_in set state = 'expired', sealed = null,
                            message = case state when 'pending' then 'The code was not typed in in time. Begin again.'
                                                 else 'The token could not be kept in time. Begin again.' end
                        where state in ('pending', 'authorized') and expires_at <= :now
                        """).bind("now", now).execute();
    }

    /** Ends those whose token has ended by itself; the key stays for whoever signs in again. Across workspaces. */
    static int endTokens(Handle handle, Instant now) {
        return handle.createUpdate("""
                        update github_sign_in set state = 'expired',
                            message = 'The token has ended, as those of this application do. Sign in again.'
                        where state = 'signed_in' and token_expires_at <= :now
                        """).bind("now", now).execute();
    }

    static int forget(Handle handle, Instant now, Duration keep) {
        return handle.createUpdate("""
                        delete from github_sign_in
                        where state in ('expired', 'denied', 'failed', 'signed_out') and started_at < :before
                        """).bind("before", now.minus(keep)).execute();
    }
}
