package io.leasehold.key.secret;

import io.leasehold.kit.database.Rows;
import io.leasehold.kit.secret.SecretPath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code sealed_secret}. */
final class SealedSecretStore {
    private static final UUID FIRST = new UUID(0, 0);

    private SealedSecretStore() {}

    /** The last version's number, emptied or not; 0 for none. */
    static int currentVersion(Handle handle, SecretPath path) {
        return bind(handle.createQuery("""
                        select coalesce(max(version), 0) from sealed_secret
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id
                        """), path).mapTo(Integer.class).one();
    }

    /** @return whether that version was the current one and now isn't */
    static boolean addAfter(Handle handle, SecretPath path, int currentVersion, SealedText sealed, Instant now) {
        return bind(handle.createUpdate("""
                        insert into sealed_secret (workspace_id, owner, owner_id, version, master_key_id, nonce, ciphertext,
                                                   created_at)
                        select :workspaceId, :owner, :id, :current + 1, :masterKeyId, :nonce, :ciphertext, :now
                        where :current = (select coalesce(max(version), 0) from sealed_secret
                                          where workspace_id = :workspaceId and owner = :owner and owner_id = :id)
                        on conflict do nothing
                        """), path)
                        .bind("current", currentVersion)
                        .bind("masterKeyId", sealed.masterKeyId())
                        .bind("nonce", sealed.nonce())
                        .bind("ciphertext", sealed.ciphertext())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static Optional<SealedText> find(Handle handle, SecretPath path, int version) {
        return bind(handle.createQuery("""
                        select master_key_id, nonce, ciphertext from sealed_secret
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id and version = :version
                          and ciphertext is not null
                        """), path)
                .bind("version", version)
                .map(Rows.of(SealedText.class))
                .findOne();
    }

    /** Its row stays, so that the number is not used again. */
    static void empty(Handle handle, SecretPath path, int version) {
        bind(handle.createUpdate("""
                        update sealed_secret set master_key_id = null, nonce = null, ciphertext = null
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id and version = :version
                        """), path).bind("version", version).execute();
    }

    static void delete(Handle handle, SecretPath path) {
        bind(handle.createUpdate("""
                        delete from sealed_secret
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id
                        """), path).execute();
    }

    /** All that have a version, destroyed or not. */
    static List<SecretPath> list(Handle handle) {
        return handle.createQuery("select distinct workspace_id, owner, owner_id as id from sealed_secret")
                .map(Rows.of(SecretPath.class))
                .list();
    }

    /** The next versions that another master key has sealed, but for those that somebody else is changing right now. */
    static List<SealedRow> lockUnderOthers(Handle handle, String masterKeyId, Optional<SealedRow> after, int limit) {
        return handle.createQuery("""
                        select workspace_id, owner, owner_id, version, master_key_id, nonce, ciphertext from sealed_secret
                        where master_key_id <> :masterKeyId
                          and (workspace_id, owner, owner_id, version) > (:workspaceId, :owner, :ownerId, :version)
                        order by workspace_id, owner, owner_id, version
                        limit :limit for update skip locked
                        """)
                .bind("masterKeyId", masterKeyId)
                .bind("workspaceId", after.map(SealedRow::workspaceId).orElse(FIRST))
                .bind("owner", after.map(row -> row.owner().folder()).orElse(""))
                .bind("ownerId", after.map(SealedRow::ownerId).orElse(FIRST))
                .bind("version", after.map(SealedRow::version).orElse(0))
                .bind("limit", limit)
                .map(Rows.of(SealedRow.class))
                .list();
    }

    static void replace(Handle handle, SealedRow row, SealedText sealed) {
        bind(handle.createUpdate("""
                        update sealed_secret
                        set master_key_id = :masterKeyId, nonce = :nonce, ciphertext = :ciphertext
                        where workspace_id = :workspaceId and owner = :owner and owner_id = :id and version = :version
                        """), row.path())
                .bind("version", row.version())
                .bind("masterKeyId", sealed.masterKeyId())
                .bind("nonce", sealed.nonce())
                .bind("ciphertext", sealed.ciphertext())
                .execute();
    }

    static int countUnderOthers(Handle handle, String masterKeyId) {
        return handle.createQuery("select count(*) from sealed_secret where master_key_id <> :masterKeyId")
                .bind("masterKeyId", masterKeyId)
                .mapTo(Integer.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, SecretPath path) {
        return statement.bindMethods(path);
    }
}
