package io.leasehold.localstack;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Generated secrets, in hex so that they need no quoting anywhere. */
public final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** 128 random bits. */
    public static String password() {
        return hex(16);
    }

    public static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
