package io.leasehold.key.rotation;

import io.leasehold.contracts.LeaseMode;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.kit.audit.Audit;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Rotates keys whose secret a node still has though its lease has ended, where the key says so: once for each version of the
 * secret, however many leases had it and however often that is told.
 */
@Singleton
class ExposureConsumer implements EventHandler {
    private static final Logger LOG = Logger.getLogger(ExposureConsumer.class);
    private static final String PURPOSE = "A direct lease has ended, and its node still has the secret.";

    private final Rotations rotations;
    private final RotationWorkers workers;
    private final Audit audit;
    private final Clock clock;

    ExposureConsumer(Rotations rotations, RotationWorkers workers, Audit audit, Clock clock) {
        this.rotations = rotations;
        this.workers = workers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exposure";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.LEASES);
    }

    /** Keys are locked in one order, as several of them may be. */
    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        batch.stream()
                .map(ReceivedEvent::data)
                .filter(LeaseView.class::isInstance)
                .map(LeaseView.class::cast)
                .filter(lease ->
                        lease.mode() == LeaseMode.DIRECT && !lease.state().usable())
                .sorted(Comparator.comparing(LeaseView::keyId))
                .forEach(lease -> ended(handle, lease));
    }

    private void ended(Handle handle, LeaseView lease) {
        Integer given = lease.secretVersion();
        if (given == null) {
            return;
        }
        Optional<ApiKey> exposed = ApiKeyStore.find(handle, lease.workspaceId(), lease.keyId())
                .filter(ApiKey::rotateAfterDirect)
                .map(key -> ApiKeyStore.lock(handle, key.workspaceId(), key.keyId()))
                // It may have another secret since, so that the node's is of no use any more, or not for long.
                .filter(key -> key.rotateAfterDirect() && given.equals(key.secretVersion()));
        if (exposed.isPresent()
                && ExposedSecretStore.add(handle, lease.workspaceId(), lease.keyId(), given, clock.instant())) {
            rotate(handle, exposed.get(), lease);
        }
    }

    private void rotate(Handle handle, ApiKey key, LeaseView lease) {
        KeyRotation rotation;
        try {
            rotation = rotations.openOrBegin(handle, key, new Rotations.Order(false, false, true, null, PURPOSE));
        } catch (ConflictProblem notInPool) {
            LOG.infof("rotation after a direct lease left out key_id=%s reason=%s", key.keyId(), notInPool.detail());
            return;
        }
        audit.recordOwn(
                handle,
                key.workspaceId(),
                "key.rotate",
                "key",
                key.keyId(),
                Map.of(
                        "rotation_id", rotation.rotationId().toString(),
                        "lease_id", lease.leaseId().toString(),
                        "reason", PURPOSE));
        handle.afterCommit(() -> workers.start(key.workspaceId(), key.keyId()));
    }
}
