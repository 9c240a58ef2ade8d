package io.leasehold.sim.key;

import java.util.Set;

/** How one provider's secrets look, and how it names and redacts them. */
public interface SecretFormat {
    Provider provider();

    Set<KeyKind> kinds();

    /** @param entropy at least 64 bytes; the same entropy gives the same secret */
    String mint(KeyKind kind, byte[] entropy);

    /** The provider's id of a key; a function of the secret, so that known secrets have known ids. */
    String idOf(String secret);

    /** The redacted form in which the provider shows the key. */
    String hintOf(String secret);

    /** A secret of which only its two ends are shown, and nothing where that would be all of it. */
    static String ends(String secret, int head, int tail) {
        return secret.length() <= head + tail
                ? "..."
                : secret.substring(0, head) + "..." + secret.substring(secret.length() - tail);
    }
}
