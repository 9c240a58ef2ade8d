/** Keycloak with the Leasehold realm. */
@NullMarked
package io.leasehold.localstack.keycloak;

import org.jspecify.annotations.NullMarked;
