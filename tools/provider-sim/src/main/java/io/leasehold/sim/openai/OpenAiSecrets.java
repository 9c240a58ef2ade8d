package io.leasehold.sim.openai;

import io.leasehold.sim.format.Digests;
import io.leasehold.sim.http.Serial;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SecretFormat;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Set;

/** {@code sk-proj-…} for a user's key, {@code sk-svcacct-…} for a service account's, {@code sk-admin-…}. */
final class OpenAiSecrets implements SecretFormat {
    private static final String USER = "sk-proj-";
    private static final String SERVICE_ACCOUNT = "sk-svcacct-";
    private static final String ADMIN = "sk-admin-";
    private static final int RANDOM_CHARACTERS = 120;
    private static final int HINT_TAIL = 3;
    private static final int ID_CHARACTERS = 16;

    @Override
    public Provider provider() {
        return Provider.OPENAI;
    }

    @Override
    public Set<KeyKind> kinds() {
        return Set.of(KeyKind.INFERENCE, KeyKind.ADMIN);
    }

    @Override
    public String mint(KeyKind kind, byte[] entropy) {
        return (kind == KeyKind.ADMIN ? ADMIN : USER) + random(entropy);
    }

    String mintForServiceAccount(byte[] entropy) {
        return SERVICE_ACCOUNT + random(entropy);
    }

    static boolean isOfServiceAccount(String secret) {
        return secret.startsWith(SERVICE_ACCOUNT);
    }

    @Override
    public String idOf(String secret) {
        return spelled("key_", secret);
    }

    /** An account has one key, and its id follows from that. */
    static String accountOf(String secret) {
        return spelled("svc_acct_", secret);
    }

    @Override
    public String hintOf(String secret) {
        int prefix = secret.indexOf('-', "sk-".length()) + 1;
        return SecretFormat.ends(secret, prefix, HINT_TAIL);
    }

    private static String random(byte[] entropy) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(entropy).substring(0, RANDOM_CHARACTERS);
    }

    private static String spelled(String prefix, String secret) {
        return Serial.spell(prefix, ByteBuffer.wrap(Digests.sha256(secret)).getLong(), ID_CHARACTERS);
    }
}
