package io.leasehold.kit.node;

import java.util.Optional;

/**
 * Knows in which workspace a service account of a cluster is a node. A service that serves nodes has one of these; to any
 * other, such an account is nobody.
 */
public interface NodeBindings {
    /**
     * The slug of the workspace, which is in one only.
     *
     * @param issuer the cluster's, as its tokens name it
     */
    Optional<String> findWorkspace(String issuer, String subject);
}
