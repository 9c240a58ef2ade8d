package io.leasehold.ui.forward;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the service for a path: the longest configured path that the call's path is, or lies below. */
final class RouteTable {
    private final TreeMap<String, Target> targets = new TreeMap<>();

    RouteTable(Map<String, ForwardingConfig.Service> services, Optional<URI> gateway) {
        services.forEach((name, service) ->
                service.paths().forEach(path -> targets.put(path, new Target(name, service.url(), Passage.SERVICE))));
        gateway.ifPresent(url -> targets.put(Passage.TRIALS, new Target("gateway", url, Passage.GATEWAY)));
    }

    Optional<Target> find(String path) {
        for (String prefix = path; !prefix.isEmpty(); prefix = prefix.substring(0, prefix.lastIndexOf('/'))) {
            Target target = targets.get(prefix);
            if (target != null) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }
}
