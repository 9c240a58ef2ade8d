package io.leasehold.collector.poll;

import io.leasehold.kit.database.Rows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code poll}. */
final class PollStore {
    private static final RowMapper<PollState> STATE = Rows.of(PollState.class);
    private static final String SELECT = """
            select account_id, next_poll_at, status, message, failures, polled_at, last_good_at, as_of from poll
            where workspace_id = :workspaceId
            """;

    private PollStore() {}

    /** What a poll took. */
    public record Effort(int calls, long bytes, long tookMs) {}

    private record EffortRow(UUID accountId, int calls, long bytes, long tookMs) {}

    /** What the last poll of each of these accounts took. */
    static Map<UUID, Effort> efforts(Handle handle, UUID workspaceId, Set<UUID> accounts) {
        return handle
                .createQuery("""
                        select account_id, calls, bytes, took_ms from poll
                        where workspace_id = :workspaceId and account_id = any(:accounts) and calls is not null
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("accounts", UUID.class, accounts)
                .map(Rows.of(EffortRow.class))
                .stream()
                .collect(Collectors.toMap(
                        EffortRow::accountId, row -> new Effort(row.calls(), row.bytes(), row.tookMs())));
    }

    /** Makes an account due now; what is known of it stays. */
    static void hasten(Handle handle, UUID workspaceId, UUID accountId, Instant now) {
        handle.createUpdate("""
                        update poll set next_poll_at = :now
                        where workspace_id = :workspaceId and account_id = :accountId
                          and (next_poll_at is null or next_poll_at > :now)
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("now", now)
                .execute();
    }

    /**
     * Makes an account due that is new or has changed. A poll that is under way knows the old one only: it loses its claim,
     * and failures are forgotten.
     */
    static void startOver(Handle handle, UUID workspaceId, UUID accountId, Instant now) {
        handle.createUpdate("""
                        insert into poll (workspace_id, account_id, next_poll_at) values (:workspaceId, :accountId, :now)
                        on conflict (workspace_id, account_id) do update
                        set next_poll_at = excluded.next_poll_at, failures = 0, claim = null, claimed_until = null
                        """)
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .bind("now", now)
                .execute();
    }

    /** Claims accounts that are due and that nobody polls; no two callers get the same one. */
    static List<Claim> claimDue(Handle handle, Instant now, Instant until, int limit) {
        return handle.createQuery("""
                        update poll p set claim = gen_random_uuid(), claimed_until = :until
                        from (select workspace_id, account_id from poll
                              where next_poll_at <= :now and (claimed_until is null or claimed_until <= :now)
                              order by next_poll_at limit :limit
                              for update skip locked) due
                        where p.workspace_id = due.workspace_id and p.account_id = due.account_id
                        returning p.workspace_id, p.account_id, p.claim
                        """)
                .bind("now", now)
                .bind("until", until)
                .bind("limit", limit)
                .map(Rows.of(Claim.class))
                .list();
    }

    /** Claims those of these accounts that nobody polls, due or not. */
    static List<Claim> claim(Handle handle, UUID workspaceId, Set<UUID> accounts, Instant now, Instant until) {
        // In one order, so that two that claim the same ones wait for each other and not in a circle.
        return handle.createQuery("""
                        update poll p set claim = gen_random_uuid(), claimed_until = :until
                        from (select workspace_id, account_id from poll
                              where workspace_id = :workspaceId and account_id = any(:accounts)
                                and (claimed_until is null or claimed_until <= :now)
                              order by account_id
                              for update) free
                        where p.workspace_id = free.workspace_id and p.account_id = free.account_id
                        returning p.workspace_id, p.account_id, p.claim
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("accounts", UUID.class, accounts)
                .bind("now", now)
                .bind("until", until)
                .map(Rows.of(Claim.class))
                .list();
    }

    static boolean isAnyClaimed(Handle handle, UUID workspaceId, Set<UUID> accounts, Instant now) {
        return handle.createQuery("""
                        select exists (select from poll where workspace_id = :workspaceId and account_id = any(:accounts)
                                                          and claimed_until > :now)
                        """)
                .bind("workspaceId", workspaceId)
                .bindArray("accounts", UUID.class, accounts)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Locks the account's row and keeps the claim for longer.
     *
     * @return whether the claim still holds
     */
    static boolean keep(Handle handle, Claim claim, Instant until) {
        return handle.createUpdate("""
                        update poll set claimed_until = :until
                        where workspace_id = :workspaceId and account_id = :accountId and claim = :claim
                        """).bindMethods(claim).bind("until", until).execute() == 1;
    }

    /** Writes how it went and gives the claim back. */
    static void finish(Handle handle, Claim claim, PollState outcome, Effort effort) {
        handle.createUpdate("""
                        update poll
                        set next_poll_at = :nextPollAt, status = :status, message = :message, failures = :failures,
                            polled_at = :polledAt, last_good_at = :lastGoodAt, as_of = :asOf,
                            calls = :calls, bytes = :bytes, took_ms = :tookMs, claim = null, claimed_until = null
                        where workspace_id = :workspaceId and account_id = :accountId and claim = :claim
                        """)
                .bindMethods(outcome)
                .bindMethods(effort)
                .bind("workspaceId", claim.workspaceId())
                .bind("claim", claim.claim())
                .execute();
    }

    /** Gives the claim back; the account is as due as it was. */
    static void giveBack(Handle handle, Claim claim) {
        handle.createUpdate("""
                        update poll set claim = null, claimed_until = null
                        where workspace_id = :workspaceId and account_id = :accountId and claim = :claim
                        """).bindMethods(claim).execute();
    }

    /** Gives the claim back without having polled; the account is not due until it changes. */
    static void rest(Handle handle, Claim claim) {
        handle.createUpdate("""
                        update poll set next_poll_at = null, claim = null, claimed_until = null
                        where workspace_id = :workspaceId and account_id = :accountId and claim = :claim
                        """).bindMethods(claim).execute();
    }

    static Optional<PollState> find(Handle handle, UUID workspaceId, UUID accountId) {
        return handle.createQuery(SELECT + " and account_id = :accountId")
                .bind("workspaceId", workspaceId)
                .bind("accountId", accountId)
                .map(STATE)
                .findOne();
    }

    /** Those of all accounts of a workspace. */
    static Map<UUID, PollState> byAccount(Handle handle, UUID workspaceId) {
        return handle.createQuery(SELECT).bind("workspaceId", workspaceId).map(STATE).stream()
                .collect(Collectors.toMap(PollState::accountId, state -> state));
    }
}
