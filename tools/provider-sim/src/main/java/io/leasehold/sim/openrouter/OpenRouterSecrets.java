package io.leasehold.sim.openrouter;

import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** {@code sk-or-v1-} and 64 hex digits for both kinds of key; the id is the key's SHA-256. */
final class OpenRouterSecrets implements SecretFormat {
    private static final int RANDOM_BYTES = 32;
    private static final int HINT_HEAD = 12;
    private static final int HINT_TAIL = 3;

    @Override
    public Provider provider() {
        return Provider.OPENROUTER;
    }

    @Override
    public Set<KeyKind> kinds() {
        return Set.of(KeyKind.INFERENCE, KeyKind.MANAGEMENT);
    }

    @Override
    public String mint(KeyKind kind, byte[] entropy) {
        return "sk-or-v1-" + HexFormat.of().formatHex(Arrays.copyOf(entropy, RANDOM_BYTES));
    }

    @Override
    public String idOf(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String hintOf(String secret) {
        if (secret.length() <= HINT_HEAD + HINT_TAIL) {
            return "...";
        }
        return secret.substring(0, HINT_HEAD) + "..." + secret.substring(secret.length() - HINT_TAIL);
    }
}
