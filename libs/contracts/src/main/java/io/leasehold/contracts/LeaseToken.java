package io.leasehold.contracts;

import java.util.random.RandomGenerator;

/**
 * The virtual key of a gateway lease: {@code lh_}, 43 characters that are 256 random bits, and 6 characters of checksum,
 * all of them digits and letters. It is shown when it is minted and never again; what is kept and told to others is
 * {@link #sha256()}.
 */
public final class LeaseToken {
    private static final String PREFIX = "lh_";

    private final String text;

    private LeaseToken(String text) {
        this.text = text;
    }

    /** @param random must be fit for secrets, such as {@link java.security.SecureRandom} */
    public static LeaseToken mint(RandomGenerator random) {
        return new LeaseToken(OpaqueToken.mint(PREFIX, random));
    }

    /** Whether a text has the form of a token and its checksum is right; tells typing errors from unknown tokens. */
    public static boolean looksValid(String text) {
        return OpaqueToken.looksValid(PREFIX, text);
    }

    /** The SHA-256 of a token's whole text, in lower-case hex: how it is stored, looked up and told in events. */
    public static String sha256(String text) {
        return OpaqueToken.sha256(text);
    }

    /** The token itself, for the one answer that shows it. */
    public String text() {
        return text;
    }

    public String sha256() {
        return sha256(text);
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
