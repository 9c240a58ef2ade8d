package io.leasehold.providers.key;

import io.leasehold.providers.Secret;
import java.util.List;

/** Finds a key where a provider shows only the two ends of its secrets, around dots: {@code sk-ant-api03-R2D...igAA}. */
public final class KeyHints {
    private static final String DOTS = "...";

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
        int dots = hint == null ? -1 : hint.indexOf(DOTS);
        return hint != null
                && dots > 0
                && secret.length() >= hint.length()
                && secret.startsWith(hint.substring(0, dots))
                && secret.endsWith(hint.substring(dots + DOTS.length()));
    }
}
