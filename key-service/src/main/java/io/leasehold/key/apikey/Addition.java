package io.leasehold.key.apikey;

import io.leasehold.contracts.event.LimitsView;
import io.leasehold.key.limit.LimitRules;
import io.leasehold.kit.problem.Problem;
import io.leasehold.kit.secret.SecretPath;
import io.leasehold.providers.Secret;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of many keys that are being added, as far as it has come. What stands in its way does not stand in that of others. */
final class Addition implements AutoCloseable {
    private final AddKeyRequest request;
    private List<LimitsView.Limit> limits = List.of();
    private @Nullable Secret secret;
    private @Nullable NewKey key;
    private @Nullable KeyAnswer added;
    private @Nullable Problem refused;

    /** @param reading reads the secret, wherever it is */
    Addition(AddKeyRequest request, Supplier<Secret> reading) {
        this.request = request;
        try {
            limits = LimitRules.check(request.limits());
            secret = reading.get();
        } catch (Problem problem) {
            refused = problem;
        }
    }

    AddKeyRequest request() {
        return request;
    }

    List<LimitsView.Limit> limits() {
        return limits;
    }

    Secret secret() {
        return Objects.requireNonNull(secret, "It is refused.");
    }

    NewKey key() {
        return Objects.requireNonNull(key, "It is refused, or not known yet.");
    }

    SecretPath path() {
        return SecretPath.ofKey(key().workspaceId(), key().keyId());
    }

    boolean isOpen() {
        return refused == null;
    }

    /** Finds out what key it is, unless it is refused. */
    void describe(Supplier<NewKey> step) {
        attempt(() -> key = step.get());
    }

    /** Writes its row, unless it is refused. */
    void enter(Supplier<KeyAnswer> step) {
        attempt(() -> added = step.get());
    }

    private void attempt(Runnable step) {
        if (isOpen()) {
            try {
                step.run();
            } catch (Problem problem) {
                refused = problem;
            }
        }
    }

    AddedKeyAnswer answer() {
        return refused == null
                ? AddedKeyAnswer.added(Objects.requireNonNull(added, "It was not tried."))
                : AddedKeyAnswer.refused(request.name(), refused);
    }

    @Override
    public void close() {
        if (secret != null) {
            secret.close();
        }
    }
}
