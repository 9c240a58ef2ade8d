package io.leasehold.collector.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leasehold.providers.Secret;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what a sign-in has in hand for some minutes, with AES-256-GCM: the device code, then the token until key-service
 * has it. The key is derived from this service's own client secret, which every replica has and the database has not; when
 * that changes, sign-ins under way begin anew.
 */
@Singleton
class SignInSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SignInSeal(@ConfigProperty(name = "leasehold.oidc.client-secret") String clientSecret) {
        this.key = derived(clientSecret);
    }

    /** Derived, so that no two uses of one secret share a key. */
    private static SecretKeySpec derived(String clientSecret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(clientSecret.getBytes(UTF_8), MAC));
            return new SecretKeySpec(mac.doFinal("leasehold sign-in".getBytes(UTF_8)), "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + MAC, impossible);
        }
    }

    byte[] seal(UUID workspaceId, UUID signInId, Secret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, workspaceId, signInId)
                    .doFinal(secret.reveal().getBytes(UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, NONCE_BYTES, ciphertext.length);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has AES-256-GCM", impossible);
        }
    }

    /** Empty where it was sealed for another sign-in, under another client secret, or changed. */
    Optional<Secret> open(UUID workspaceId, UUID signInId, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] opened = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), workspaceId, signInId)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return Optional.of(Secret.of(new String(opened, UTF_8)));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    /** The place is associated data: what was moved to another row does not open there. */
    private Cipher cipher(int mode, byte[] nonce, UUID workspaceId, UUID signInId) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((workspaceId + "/" + signInId).getBytes(UTF_8));
        return cipher;
    }
}
