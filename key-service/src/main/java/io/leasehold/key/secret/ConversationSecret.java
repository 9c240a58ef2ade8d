package io.leasehold.key.secret;

import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStore;
import io.leasehold.kit.secret.SecretStoreProblem;
import io.leasehold.providers.Secret;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jboss.logging.Logger;

/**
 * The installation's one secret that gateways make their HMACs of conversations with. It is made once, is shown to nobody and
 * opens nothing; another one would only keep requests from being linked to earlier ones.
 */
@ApplicationScoped
public class ConversationSecret {
    private static final Logger LOG = Logger.getLogger(ConversationSecret.class);
    private static final SecretPath PATH = SecretPath.ofConversations();
    private static final int BYTES = 32;

    private final SecretStore secrets;
    private final SecureRandom random = new SecureRandom();
    private volatile boolean made;

    ConversationSecret(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** Gateways that read Vault themselves don't ask for it here. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void makeInTime() {
        try {
            make();
        } catch (SecretStoreProblem away) {
            LOG.warnf("secret of conversations not made yet reason=%s", away.detail());
        }
    }

    /** @throws SecretStoreProblem while the store is away */
    public Secret read() {
        make();
        return secrets.read(PATH, SecretPath.CONVERSATIONS_VERSION);
    }

    private void make() {
        if (made) {
            return;
        }
        if (secrets.currentVersion(PATH) == 0) {
            write();
        }
        made = true;
    }

    private void write() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try (Secret fresh = Secret.of(HexFormat.of().formatHex(bytes))) {
            secrets.write(PATH, 0, fresh);
            LOG.info("secret of conversations made");
        } catch (SecretStoreProblem problem) {
            // Another replica was quicker.
            if (problem.reason() != SecretStoreProblem.Reason.CONFLICT) {
                throw problem;
            }
        }
    }
}
