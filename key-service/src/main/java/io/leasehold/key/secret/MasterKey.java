package io.leasehold.key.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that seals secrets.
 *
 * @param id tells master keys apart without giving one away
 */
record MasterKey(String id, SecretKey key) {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int ID_LENGTH = 16;

    /** @throws IllegalArgumentException unless it is 32 bytes in hex */
    static MasterKey ofHex(String hex) {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "leasehold.secrets.master-key must be 64 hex characters, that is 32 bytes; make one with"
                            + " 'openssl rand -hex 32'.");
        }
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new MasterKey(idOf(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static String idOf(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("leasehold master key id".getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest.digest(key)).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
