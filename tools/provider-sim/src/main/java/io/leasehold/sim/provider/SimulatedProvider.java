package io.leasehold.sim.provider;

import io.leasehold.sim.key.SecretFormat;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** One provider's API. Called from many event loops at once. */
public interface SimulatedProvider {
    /** The path under which the provider's own paths begin; no slash at the end. */
    String mount();

    SecretFormat secrets();

    /** The names of the errors that a fault may order. */
    Set<String> errorKinds();

    /** The id that the answer to a request had. */
    String answerId(long serial);

    /** @param path what follows the mount */
    void answer(HttpServerRequest request, String path);
}
