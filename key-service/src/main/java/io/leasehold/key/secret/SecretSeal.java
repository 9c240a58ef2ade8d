package io.leasehold.key.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets with AES-256-GCM. Path and version are associated data: a ciphertext that was moved to another row does
 * not open there.
 */
final class SecretSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKeys masters;
    private final SecureRandom random = new SecureRandom();

    SecretSeal(MasterKeys masters) {
        this.masters = masters;
    }

    SealedText seal(SecretPath path, int version, Secret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, masters.current(), nonce, path, version)
                    .doFinal(secret.reveal().getBytes(UTF_8));
            return new SealedText(masters.current().id(), nonce, ciphertext);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-256-GCM", impossible);
        }
    }

    /** @throws SecretStoreProblem {@code DAMAGED} when it was sealed by an unknown master key, for another place, or changed */
    Secret open(SecretPath path, int version, SealedText sealed) {
        MasterKey master = masters.get(path, sealed.masterKeyId());
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, master, sealed.nonce(), path, version)
                    .doFinal(sealed.ciphertext());
            return Secret.of(new String(opened, UTF_8));
        } catch (AEADBadTagException changed) {
            throw SecretStoreProblem.damaged(path, "was changed or moved; it can't be opened.");
        } catch (GeneralSecurityException malformed) {
            throw SecretStoreProblem.damaged(path, "is no sealed secret.");
        }
    }

    /** The same secret under the current master key. */
    SealedText reseal(SecretPath path, int version, SealedText sealed) {
        try (Secret secret = open(path, version, sealed)) {
            return seal(path, version, secret);
        }
    }

    private static Cipher cipher(int mode, MasterKey master, byte[] nonce, SecretPath path, int version)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, master.key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((path.text() + "#" + version).getBytes(UTF_8));
        return cipher;
    }
}
