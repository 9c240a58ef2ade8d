package io.leasehold.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret that was found.
 *
 * @param provider whose key it seems to be
 * @param secret it never prints itself
 * @param sources where it was found, in people's words
 */
public record Finding(String provider, String secret, List<String> sources) {
    private static final Pattern PREFIX = Pattern.compile("^(?:sk-(?:ant-|or-|proj-)?|gh[opu]_|github_pat_|AIza)");
    private static final int SHOWN = 4;
    /** Of a shorter one four characters would be too much. */
    private static final int LONG_ENOUGH = 16;

    private static final int FINGERPRINT_BYTES = 8;

    public Finding {
        sources = List.copyOf(sources);
    }

    /** How it begins and ends, to recognise it by. */
    public String masked() {
        Matcher prefix = PREFIX.matcher(secret);
        String begin = prefix.find() ? prefix.group() : "";
        return secret.length() < LONG_ENOUGH ? begin + "…" : begin + "…" + secret.substring(secret.length() - SHOWN);
    }

    /** The same wherever the secret is found, and nothing to get it back from. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** Without the secret, as this could end up in a log. */
    @Override
    public String toString() {
        return "Finding[" + provider + ", " + masked() + ", " + sources + "]";
    }
}
