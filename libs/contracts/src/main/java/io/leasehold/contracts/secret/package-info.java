/** What key-service answers to the services that must use a secret. */
@NullMarked
package io.leasehold.contracts.secret;

import org.jspecify.annotations.NullMarked;
