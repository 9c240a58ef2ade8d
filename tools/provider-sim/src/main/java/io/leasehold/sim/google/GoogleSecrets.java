package io.leasehold.sim.google;

import io.leasehold.sim.format.Digests;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/** {@code AIza…} for a key; an admin's secret is the key file of a service account, in Base64. */
final class GoogleSecrets implements SecretFormat {
    private static final String PREFIX = "AIza";
    private static final int RANDOM_CHARACTERS = 35;

    @Override
    public Provider provider() {
        return Provider.GOOGLE;
    }

    @Override
    public Set<KeyKind> kinds() {
        return Set.of(KeyKind.INFERENCE, KeyKind.ADMIN);
    }

    @Override
    public String mint(KeyKind kind, byte[] entropy) {
        return kind == KeyKind.ADMIN
                ? ServiceAccount.mint(entropy)
                : PREFIX
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(entropy)
                                .substring(0, RANDOM_CHARACTERS);
    }

    @Override
    public String idOf(String secret) {
        return UUID.nameUUIDFromBytes(Digests.sha256(secret)).toString();
    }

    /** Lists show nothing of a secret; this is for control only. */
    @Override
    public String hintOf(String secret) {
        return SecretFormat.ends(secret, PREFIX.length(), PREFIX.length());
    }
}
