/** Mistral AI: inference, and the administration of keys, workspaces, cost and limits. */
@NullMarked
package io.leasehold.providers.mistral;

import org.jspecify.annotations.NullMarked;
