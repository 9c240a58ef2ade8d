package io.leasehold.providers;

import java.util.List;

/**
 * What a provider's secrets look like.
 *
 * @param shown how every secret of the provider begins, as a mask shows it; may be empty
 * @param keyPrefixes how keys for inference begin
 * @param adminPrefixes how admin credentials begin; the same as {@code keyPrefixes} where a secret does not tell
 */
public record SecretFormat(String shown, List<String> keyPrefixes, List<String> adminPrefixes) {
    private static final int TAIL = 4;
    /** Below this the tail would give away too much of the secret. */
    private static final int SHORTEST_SHOWN = 16;

    public SecretFormat {
        keyPrefixes = List.copyOf(keyPrefixes);
        adminPrefixes = List.copyOf(adminPrefixes);
    }

    /** Whether a secret begins like one of this provider. */
    public boolean matches(String secret) {
        return !prefixOf(secret).isEmpty();
    }

    /** The longest known beginning of this secret; empty where there is none. */
    public String prefixOf(String secret) {
        String longest = "";
        for (List<String> prefixes : List.of(keyPrefixes, adminPrefixes)) {
            for (String prefix : prefixes) {
                if (secret.startsWith(prefix) && prefix.length() > longest.length()) {
                    longest = prefix;
                }
            }
        }
        return longest;
    }

    /** Whether this is surely an admin credential and no key for inference. */
    public boolean isAdmin(String secret) {
        String prefix = prefixOf(secret);
        return adminPrefixes.contains(prefix) && !keyPrefixes.contains(prefix);
    }

    /** What may be shown of a secret: {@code sk-ant-…9fQ2}. */
    public String mask(String secret) {
        if (secret.length() < SHORTEST_SHOWN) {
            return "…";
        }
        return (secret.startsWith(shown) ? shown : "") + "…" + last4(secret);
    }

    /** The last four characters, which tell keys apart in lists; empty for a secret too short to show any. */
    public static String last4(String secret) {
        return secret.length() < SHORTEST_SHOWN ? "" : secret.substring(secret.length() - TAIL);
    }
}
