package io.leasehold.kit.secret;

import java.util.Locale;
import java.util.UUID;

/**
 * Where a secret lies: {@code <workspace>/keys/<key id>} or {@code <workspace>/accounts/<account id>}. One belongs to the
 * installation, not to a workspace; all its ids are zeros.
 *
 * @param id of the key or account that it belongs to
 */
public record SecretPath(UUID workspaceId, Owner owner, UUID id) {
    /** The version of {@link #ofConversations()}; it is made once. */
    public static final int CONVERSATIONS_VERSION = 1;

    private static final UUID NOBODY = new UUID(0, 0);

    /** What has a secret. */
    public enum Owner {
        KEYS,
        ACCOUNTS,
        /** By what requests of a conversation are found together. */
        CONVERSATIONS;

        /** Its part of the path, and its name in the database. */
        public String folder() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What it is called in the audit log. */
        public String noun() {
            return switch (this) {
                case KEYS -> "key";
                case ACCOUNTS -> "account";
                case CONVERSATIONS -> "conversations";
            };
        }
    }

    /** What keys for HMACs of conversations are made of. */
    public static SecretPath ofConversations() {
        return new SecretPath(NOBODY, Owner.CONVERSATIONS, NOBODY);
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
