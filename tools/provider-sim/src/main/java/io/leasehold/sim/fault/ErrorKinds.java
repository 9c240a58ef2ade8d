package io.leasehold.sim.fault;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All errors of one provider.
 *
 * @param otherwise stands for a status that no error has
 */
public record ErrorKinds<K extends ErrorKind>(List<K> all, K otherwise) {

    public ErrorKinds {
        all = List.copyOf(all);
    }

    public Set<String> names() {
        return all.stream().map(ErrorKind::wireName).collect(Collectors.toUnmodifiableSet());
    }

    /** Empty when the fault orders no error, or one that only another provider knows. */
    public Optional<K> orderedBy(Fault fault) {
        if (fault.errorKind() != null) {
            return find(kind -> kind.wireName().equals(fault.errorKind()));
        }
        return Optional.ofNullable(fault.status()).map(this::plainest);
    }

    private K plainest(int status) {
        return find(kind -> kind.status() == status).orElse(otherwise);
    }

    private Optional<K> find(Predicate<K> wanted) {
        return all.stream().filter(wanted).findFirst();
    }
}
