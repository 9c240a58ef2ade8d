package io.leasehold.key.secret;

import io.leasehold.kit.database.Rows;
import io.leasehold.kit.secret.SecretPath;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code sealed_secret}. */
final class SealedSecretStore {
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

    private static <S extends SqlStatement<S>> S bind(S statement, SecretPath path) {
        return statement.bindMethods(path);
    }
}
