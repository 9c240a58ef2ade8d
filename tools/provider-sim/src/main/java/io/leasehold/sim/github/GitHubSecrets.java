package io.leasehold.sim.github;

import io.leasehold.sim.format.Digests;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.UUID;

/** {@code gho_…} for a user who signed in, {@code ghp_…} for an organisation's owner. A token's name is its user's. */
final class GitHubSecrets implements SecretFormat {
    private static final int CHARACTERS = 36;
    private static final int SHOWN = 4;

    @Override
    public Provider provider() {
        return Provider.GITHUB_COPILOT;
    }

    @Override
    public Set<KeyKind> kinds() {
        return Set.of(KeyKind.INFERENCE, KeyKind.ADMIN);
    }

    @Override
    public String mint(KeyKind kind, byte[] entropy) {
        ByteBuffer words = ByteBuffer.wrap(entropy);
        String prefix = kind == KeyKind.ADMIN ? "ghp_" : "gho_";
        int half = CHARACTERS / 2;
        return prefix + Serial.spell("", words.getLong(), half) + Serial.spell("", words.getLong(), half);
    }

    @Override
    public String idOf(String secret) {
        return UUID.nameUUIDFromBytes(Digests.sha256(secret)).toString();
    }

    @Override
    public String hintOf(String secret) {
        return SecretFormat.ends(secret, SHOWN, SHOWN);
    }
}
