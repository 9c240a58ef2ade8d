package io.leasehold.kit.log;

import java.util.regex.Pattern;

/** Finds what looks like a secret in a text and cuts it out. The last net: code must not log secrets in the first place. */
public final class SecretRedactor {
    private static final String REPLACEMENT = "[redacted]";

    /**
     * Provider keys (Anthropic, OpenAI, OpenRouter: {@code sk-…}; Google: {@code AIza…}, access tokens and private keys;
     * GitHub), our lease, enrolment, node and API tokens, Vault tokens, JSON web tokens, and whatever follows {@code Bearer}.
     */
    private static final Pattern SECRET = Pattern.compile(
            "sk-[A-Za-z0-9_-]{16,}"
                    + "|AIza[A-Za-z0-9_-]{30,}"
                    + "|ya29\\.[A-Za-z0-9._-]{16,}"
                    + "|-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"
                    + "|gh[opusr]_[A-Za-z0-9]{20,}"
                    + "|lh[ent]?_[A-Za-z0-9_-]{16,}"
                    + "|hv[sbr]\\.[A-Za-z0-9_-]{16,}"
                    + "|eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*"
                    + "|(?<=[Bb]earer )[A-Za-z0-9._~+/=-]{12,}",
            Pattern.DOTALL);

    private SecretRedactor() {}

    public static String redact(String text) {
        return SECRET.matcher(text).replaceAll(REPLACEMENT);
    }

    static boolean holdsSecret(String text) {
        return SECRET.matcher(text).find();
    }
}
