package io.leasehold.kit.node;

import java.util.Optional;

/**
 * Knows whose credential it is. A service that serves nodes has one of these; any other takes no such credential. It is told
 * the hash only, which is all that anybody but the node has of it.
 */
public interface NodeCredentials {
    /**
     * Whoever has the credential of that SHA-256, in lower-case hex, whichever workspace that is in; also a node that was
     * removed, as what it may do still is looked at with each call.
     */
    Optional<NodeToken> find(String sha256);
}
