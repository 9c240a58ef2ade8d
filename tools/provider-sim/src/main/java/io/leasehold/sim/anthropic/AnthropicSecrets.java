package io.leasehold.sim.anthropic;

import io.leasehold.sim.format.Digests;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Set;

/** {@code sk-ant-api03-…} and {@code sk-ant-admin01-…}: 93 characters after the prefix, then {@code AA}. */
final class AnthropicSecrets implements SecretFormat {
    private static final int RANDOM_CHARACTERS = 93;
    private static final int HINT_HEAD = 16;
    private static final int HINT_TAIL = 4;
    private static final int ID_CHARACTERS = 22;

    @Override
    public Provider provider() {
        return Provider.ANTHROPIC;
    }

    @Override
    public Set<KeyKind> kinds() {
        return Set.of(KeyKind.INFERENCE, KeyKind.ADMIN);
    }

    @Override
    public String mint(KeyKind kind, byte[] entropy) {
        String prefix = kind == KeyKind.ADMIN ? "sk-ant-admin01-" : "sk-ant-api03-";
        String random = Base64.getUrlEncoder().withoutPadding().encodeToString(entropy);
        return prefix + random.substring(0, RANDOM_CHARACTERS) + "AA";
    }

    @Override
    public String idOf(String secret) {
        return Serial.spell("apikey_01", ByteBuffer.wrap(Digests.sha256(secret)).getLong(), ID_CHARACTERS);
    }

    @Override
    public String hintOf(String secret) {
        return SecretFormat.ends(secret, HINT_HEAD, HINT_TAIL);
    }
}
