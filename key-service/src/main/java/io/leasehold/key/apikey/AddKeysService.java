package io.leasehold.key.apikey;

import io.leasehold.key.AtOnce;
import io.leasehold.key.secret.SecretDeposit;
import io.leasehold.key.secret.SecretDeposit.Rows;
import io.leasehold.key.source.KeySourceService;
import io.leasehold.kit.caller.Caller;
import io.leasehold.kit.database.Database;
import io.leasehold.kit.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Adds many keys to the pool, each of them for itself, but in as few transactions as one alone takes. */
@ApplicationScoped
class AddKeysService {
    private final Database database;
    private final KeySourceService sources;
    private final AddKeyService adding;
    private final SecretDeposit deposit;
    private final KeyEntry entry;
    private final Idempotency idempotency;

    AddKeysService(
            Database database,
            KeySourceService sources,
            AddKeyService adding,
            SecretDeposit deposit,
            KeyEntry entry,
            Idempotency idempotency) {
        this.database = database;
        this.sources = sources;
        this.adding = adding;
        this.deposit = deposit;
        this.entry = entry;
        this.idempotency = idempotency;
    }

    AddKeysAnswer add(Caller caller, AddKeysRequest request) {
        List<Addition> additions = request.keys().stream()
                .map(key -> new Addition(key, () -> sources.secret(caller, key.secret(), key.source())))
                .toList();
        try {
            prove(caller, additions);
            intend(caller, additions);
            return store(caller, additions);
        } finally {
            additions.forEach(Addition::close);
        }
    }

    private void prove(Caller caller, List<Addition> additions) {
        List<Addition> toBeVerified = additions.stream()
                .filter(addition -> addition.request().isToBeVerified())
                .toList();
        AtOnce.map(toBeVerified, addition -> {
            addition.describe(() -> adding.proven(caller, addition.request(), addition.secret()));
            return addition;
        });
    }

    private void intend(Caller caller, List<Addition> additions) {
        database.useWorkspace(caller.workspaceId(), handle -> {
            additions.forEach(
                    addition -> addition.describe(() -> addition.request().isToBeVerified()
                            ? adding.stillNew(handle, addition.key())
                            : adding.asGiven(handle, caller, addition.request(), addition.secret())));
            deposit.intend(handle, open(additions).map(Addition::path).toList());
        });
    }

    private AddKeysAnswer store(Caller caller, List<Addition> additions) {
        return deposit.writeAll(
                caller.workspaceId(),
                open(additions).collect(Collectors.toMap(Addition::path, Addition::secret)),
                (handle, stored) -> {
                    additions.forEach(addition -> addition.enter(() -> entry.enter(
                            handle, caller, addition.key(), stored.version(addition.path()), addition.limits())));
                    return new Rows<>(
                            answer(handle, additions),
                            open(additions).map(Addition::path).collect(Collectors.toSet()));
                });
    }

    private AddKeysAnswer answer(Handle handle, List<Addition> additions) {
        AddKeysAnswer answer =
                new AddKeysAnswer(additions.stream().map(Addition::answer).toList());
        idempotency.keep(handle, Response.Status.OK, null, answer);
        return answer;
    }

    private static Stream<Addition> open(List<Addition> additions) {
        return additions.stream().filter(Addition::isOpen);
    }
}
