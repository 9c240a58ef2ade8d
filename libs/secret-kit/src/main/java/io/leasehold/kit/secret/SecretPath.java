package io.leasehold.kit.secret;

import java.util.Locale;
import java.util.UUID;

/**
 * Where a secret lies: {@code <workspace>/keys/<key id>} or {@code <workspace>/accounts/<account id>}.
 *
 * @param id of the key or account that it belongs to
 */
public record SecretPath(UUID workspaceId, Owner owner, UUID id) {
    /** What has a secret. */
    public enum Owner {
        KEYS,
        ACCOUNTS;

        /** Its part of the path, and its name in the database. */
        public String folder() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What it is called in the audit log. */
        public String noun() {
            return switch (this) {
                case KEYS -> "key";
                case ACCOUNTS -> "account";
            };
        }
    }

    public static SecretPath ofKey(UUID workspaceId, UUID keyId) {
        return new SecretPath(workspaceId, Owner.KEYS, keyId);
    }

    public static SecretPath ofAccount(UUID workspaceId, UUID accountId) {
        return new SecretPath(workspaceId, Owner.ACCOUNTS, accountId);
    }

    public String text() {
        return workspaceId + "/" + owner.folder() + "/" + id;
    }
}
