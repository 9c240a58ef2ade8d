package io.leasehold.gateway.capture;

import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretSource;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keys of workspaces for {@link PrefixChain}, all made of the installation's one secret, which key-service has made. Until it
 * can be read there are none.
 */
@Singleton
public class ConversationKeys {
    private static final Logger LOG = Logger.getLogger(ConversationKeys.class);
    private static final String MAC = "HmacSHA256";
    private static final int BETWEEN_TRIES_SECONDS = 5;

    private final SecretSource source;
    private volatile @Nullable SecretKey secret;

    ConversationKeys(SecretSource source) {
        this.source = source;
    }

    /** Reads the secret in the background, until it is there. */
    public void start() {
        Thread.ofVirtual().name("leasehold-conversation-key").start(this::read);
    }

    private void read() {
        boolean said = false;
        while (secret == null) {
            try (Secret read = source.read(SecretPath.ofConversations(), SecretPath.CONVERSATIONS_VERSION)) {
                secret = new SecretKeySpec(read.reveal().getBytes(StandardCharsets.US_ASCII), MAC);
            } catch (SecretStoreProblem problem) {
                if (!said) {
                    LOG.warnf("requests are not linked until their secret can be read cause=%s", problem.detail());
                    said = true;
                }
                if (!paused()) {
                    return;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            TimeUnit.SECONDS.sleep(BETWEEN_TRIES_SECONDS);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Null while the secret can't be read. */
    @Nullable
    SecretKey of(UUID workspaceId) {
        SecretKey known = secret;
        return known == null ? null : derived(known, workspaceId);
    }

    static SecretKey derived(SecretKey secret, UUID workspaceId) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(workspaceId.getMostSignificantBits())
                    .putLong(workspaceId.getLeastSignificantBits())
                    .array();
            return new SecretKeySpec(mac.doFinal(id), MAC);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + MAC, impossible);
        }
    }
}
