package io.leasehold.gateway.capture;

import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMACs of a conversation up to each of its messages. Each is made of the one before, so that a message is read once. */
final class PrefixChain {
    private static final int MOST = 32;
    private static final int TOLD_BYTES = 16;

    private final Mac mac;
    private final Deque<String> last = new ArrayDeque<>(MOST);
    private byte[] current = {};
    private int messages;

    PrefixChain(SecretKey key) {
        try {
            this.mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + key.getAlgorithm(), impossible);
        }
    }

    void add(byte[] message) {
        mac.update(current);
        current = mac.doFinal(message);
        messages++;
        if (last.size() == MOST) {
            last.removeFirst();
        }
        last.addLast(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(current, TOLD_BYTES)));
    }

    int messages() {
        return messages;
    }

    /** Those of the last messages. */
    List<String> prefixes() {
        return List.copyOf(last);
    }
}
