package io.leasehold.sim.cohere;

import io.leasehold.sim.format.Digests;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.UUID;

/** 40 characters without a prefix. Nobody lists keys; their ids are the simulator's own. */
final class CohereSecrets implements SecretFormat {
    private static final int CHARACTERS = 40;
    private static final int SHOWN = 4;

    @Override
    public Provider provider() {
        return Provider.COHERE;
    }

    @Override
    public Set<KeyKind> kinds() {
        return Set.of(KeyKind.INFERENCE);
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
        return SecretFormat.ends(secret, 0, SHOWN);
    }
}
