package io.leasehold.sim.openrouter;

import io.leasehold.sim.format.Digests;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
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
        return HexFormat.of().formatHex(Digests.sha256(secret));
    }

    @Override
    public String hintOf(String secret) {
        return SecretFormat.ends(secret, HINT_HEAD, HINT_TAIL);
    }
}
