package io.leasehold.gateway.capture;

import com.google.re2j.PatternSyntaxException;
import io.leasehold.contracts.Capture;
import io.leasehold.contracts.event.WorkspaceView;
import io.leasehold.gateway.redact.Redaction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What may be told of each workspace's traffic. Nothing where that isn't known. Looked up from any thread. */
@Singleton
public class CaptureRules {
    private static final Logger LOG = Logger.getLogger(CaptureRules.class);

    private final Map<UUID, Known> byWorkspace = new ConcurrentHashMap<>();

    /** @param redaction null where it can't be said what must be hidden, so that no body may be told */
    private record Known(
            long version,
            Capture capture,
            Map<String, Capture> byDomain,
            @Nullable Redaction redaction) {}

    /**
     * What applies to one request.
     *
     * @param redaction what is hidden of bodies; null where none are told
     */
    record Rule(Capture capture, @Nullable Redaction redaction) {
        static final Rule NOTHING = new Rule(Capture.NONE, null);
    }

    /** @param domain null for none; one that the workspace has not registered has no rule of its own */
    Rule of(UUID workspaceId, @Nullable String domain) {
        Known known = byWorkspace.get(workspaceId);
        if (known == null) {
            return Rule.NOTHING;
        }
        Capture own = domain == null ? null : known.byDomain.get(domain);
        Capture capture = own == null ? known.capture : own;
        boolean full = capture == Capture.FULL && known.redaction != null;
        return full
                ? new Rule(Capture.FULL, known.redaction)
                : new Rule(capture == Capture.FULL ? Capture.METADATA : capture, null);
    }

    /** An older version than the known one is passed over. */
    public void put(WorkspaceView workspace) {
        Known fresh = new Known(
                workspace.version(),
                workspace.capture(),
                workspace.domains().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                WorkspaceView.Domain::name, WorkspaceView.Domain::capture)),
                redaction(workspace));
        byWorkspace.merge(
                workspace.workspaceId(), fresh, (known, other) -> other.version > known.version ? other : known);
    }

    private static @Nullable Redaction redaction(WorkspaceView workspace) {
        try {
            return Redaction.with(workspace.redaction());
        } catch (PatternSyntaxException unreadable) {
            LOG.errorf("redaction not readable, no bodies are told workspace=%s", workspace.workspaceId());
            return null;
        }
    }

    /** It is gone, or the last that was told of it can't be read, and may have been that nothing is to be kept. */
    public void remove(UUID workspaceId) {
        byWorkspace.remove(workspaceId);
    }
}
