package io.leasehold.providers.key;

import io.leasehold.providers.Secret;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds a key where a provider shows only the two ends of its secrets, around dots or asterisks: {@code
 * sk-ant-api03-R2D...igAA}, {@code ****************abcd}.
 */
public final class KeyHints {
    private static final Pattern HIDDEN = Pattern.compile("\\.{3}|\\*+");
    /** Fewer characters would fit a stranger's key too often. */
    private static final int FEWEST_SHOWN = 4;

    private KeyHints() {}

    /** The best there can be is the one live key that the hint fits. */
    public static KeyIdentity identify(List<ProviderKey> keys, Secret secret) {
        List<ProviderKey> fitting = keys.stream()
                .filter(listed -> listed.state().isLive() && fits(listed, secret.reveal()))
                .toList();
        return switch (fitting.size()) {
            case 0 -> new KeyIdentity.None("No live key of this account fits; it may belong to another organisation.");
            case 1 ->
                new KeyIdentity.Candidate(
                        fitting.getFirst().id(), fitting.getFirst().name());
            default -> new KeyIdentity.None(fitting.size() + " live keys fit; name the right one by its id.");
        };
    }

    private static boolean fits(ProviderKey listed, String secret) {
        String hint = listed.hint();
        if (hint == null || secret.length() < hint.length()) {
            return false;
        }
        String[] shown = HIDDEN.split(hint, -1);
        return shown.length == 2
                && shown[0].length() + shown[1].length() >= FEWEST_SHOWN
                && secret.startsWith(shown[0])
                && secret.endsWith(shown[1]);
    }
}
