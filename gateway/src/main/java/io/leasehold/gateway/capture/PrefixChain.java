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

    /** Begins where another one ended. */
    PrefixChain(SecretKey key, byte[] link) {
        this(key);
        current = link;
        last.addLast(told(link));
    }

    void add(byte[] message) {
        mac.update(current);
        current = mac.doFinal(message);
        messages++;
        if (last.size() == MOST) {
            last.removeFirst();
        }
        last.addLast(told(current));
    }

    private static String told(byte[] link) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(link, TOLD_BYTES));
    }

    /** The whole HMAC of all messages so far, from which another one can go on. */
    byte[] link() {
        return current;
    }

    int messages() {
        return messages;
    }

    /** Those of the last messages. */
    List<String> prefixes() {
        return List.copyOf(last);
    }
}
