package io.leasehold.contracts;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * A token of ours: a prefix that says what it is for, 43 characters that are 256 random bits, and 6 characters of checksum,
 * all of them digits and letters. It is shown when it is minted and never again; what is kept and told to others is
 * {@link #sha256()}.
 */
public final class OpaqueToken {
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int ENDING_LENGTH = 4;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    private final String prefix;
    private final String text;

    private OpaqueToken(String prefix, String text) {
        this.prefix = prefix;
        this.text = text;
    }

    static OpaqueToken mint(String prefix, RandomGenerator random) {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        String body = base62(new BigInteger(1, bits), RANDOM_LENGTH);
        return new OpaqueToken(prefix, prefix + body + checksum(body));
    }

    static boolean looksValid(String prefix, String text) {
        if (text.length() != prefix.length() + RANDOM_LENGTH + CHECKSUM_LENGTH || !text.startsWith(prefix)) {
            return false;
        }
        String body = text.substring(prefix.length(), prefix.length() + RANDOM_LENGTH);
        return text.endsWith(checksum(body));
    }

    /** The SHA-256 of a token's whole text, in lower-case hex: how it is stored, looked up and told in events. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** The token itself, for the one answer that shows it. */
    public String text() {
        return text;
    }

    public String sha256() {
        return sha256(text);
    }

    /** By what people tell it from others, without its secret: the end is of the checksum. */
    public String masked() {
        return prefix + "…" + text.substring(text.length() - ENDING_LENGTH);
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return prefix + "***";
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
    }

    private static String base62(BigInteger number, int length) {
        char[] digits = new char[length];
        BigInteger rest = number;
        for (int i = length - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(digits);
    }
}
