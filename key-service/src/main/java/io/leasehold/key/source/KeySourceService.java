package io.leasehold.key.source;

import io.leasehold.key.secret.GivenSecret;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sources of a caller's workspace, and what they hold. */
@ApplicationScoped
public class KeySourceService {
    private final KeySources sources;
    private final SourceReader reader;

    KeySourceService(KeySources sources, SourceReader reader) {
        this.sources = sources;
        this.reader = reader;
    }

    List<KeySource> list(Caller caller) {
        return sources.list(caller.workspace().slug());
    }

    /**
     * The secret that a request gives, or that the source holds which it names.
     *
     * @throws InvalidRequestProblem where it does both or neither, or the workspace has no such source
     * @throws SourceUnreadableProblem where nothing is there that can be a secret
     */
    public Secret secret(Caller caller, @Nullable String given, @Nullable String source) {
        Optional<KeySource> chosen = chosen(caller, source);
        if ((given == null) == chosen.isEmpty()) {
            throw new InvalidRequestProblem("secret", "Give either the secret or the source that it comes from.");
        }
        return given == null ? reader.read(chosen.orElseThrow()) : GivenSecret.of("secret", given);
    }

    /** @throws InvalidRequestProblem where the workspace has no such source */
    public Optional<KeySource> chosen(Caller caller, @Nullable String source) {
        return source == null
                ? Optional.empty()
                : Optional.of(sources.find(caller.workspace().slug(), source)
                        .orElseThrow(() -> new InvalidRequestProblem(
                                "source",
                                "This workspace has no such source. GET /api/v1/key-sources lists those that the operator"
                                        + " names for it.")));
    }
}
