package io.leasehold.sim.openai;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import io.leasehold.sim.provider.World;
import java.util.List;
import java.util.function.Predicate;

/** The keys of a project, a user's and service accounts'. What was deleted stays for its spend, but nobody sees it. */
final class ProjectKeys {
    private final World world;

    ProjectKeys(World world) {
        this.world = world;
    }

    /** Of the project that the path names, the oldest first. */
    List<SimKey> list(Exchange exchange) {
        String project = ProjectsEndpoint.find(world, exchange).id();
        return world.keys().list(Provider.OPENAI, KeyKind.INFERENCE).reversed().stream()
                .filter(key -> key.status() != KeyStatus.ARCHIVED
                        && OpenAiCalls.projectOf(key).equals(project))
                .toList();
    }

    List<SimKey> ofServiceAccounts(Exchange exchange) {
        return list(exchange).stream()
                .filter(key -> OpenAiSecrets.isOfServiceAccount(key.secret()))
                .toList();
    }

    SimKey find(List<SimKey> keys, Predicate<SimKey> wanted, String otherwise) {
        return keys.stream().filter(wanted).findFirst().orElseThrow(() -> OpenAiError.notFound(otherwise));
    }

    void delete(SimKey key) {
        world.keys()
                .change(
                        key.id(),
                        current -> current.withStatus(
                                KeyStatus.ARCHIVED, world.clock().instant()));
    }
}
