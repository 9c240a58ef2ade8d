package io.leasehold.sim.mistral;

import io.leasehold.sim.format.Digests;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.UUID;

/** 32 characters without a prefix, whatever a key opens; only the last four are ever shown. */
final class MistralSecrets implements SecretFormat {
    private static final int CHARACTERS = 32;
    private static final int SHOWN = 4;

    @Override
    public Provider provider() {
        return Provider.MISTRAL;
    }

    @Override
    public Set<KeyKind> kinds() {
        return Set.of(KeyKind.INFERENCE, KeyKind.ADMIN);
    }

    @Override
    public String mint(KeyKind kind, byte[] entropy) {
        ByteBuffer words = ByteBuffer.wrap(entropy);
        int half = CHARACTERS / 2;
        return Serial.spell("", words.getLong(), half) + Serial.spell("", words.getLong(), half);
    }

    @Override
    public String idOf(String secret) {
        return UUID.nameUUIDFromBytes(Digests.sha256(secret)).toString();
    }

    @Override
    public String hintOf(String secret) {
        return "*".repeat(CHARACTERS / 2) + secret.substring(Math.max(0, secret.length() - SHOWN));
    }
}
