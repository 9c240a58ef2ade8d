package io.leasehold.distribution.enrolment;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits that are shown once and kept as their SHA-256. */
final class NodeSecret {
    /** Lets one node in, once. */
    static final String ENROLMENT_PREFIX = "lhe_";
    /** Proves who a node is that came in so. */
    static final String CREDENTIAL_PREFIX = "lhn_";

    private static final int RANDOM_BYTES = 32;

    private final String text;

    private NodeSecret(String text) {
        this.text = text;
    }

    static NodeSecret mint(String prefix, SecureRandom random) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return new NodeSecret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** In lower-case hex. */
    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** For the one answer that shows it. */
    String text() {
        return text;
    }

    String sha256() {
        return sha256(text);
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return text.substring(0, ENROLMENT_PREFIX.length()) + "***";
    }
}
