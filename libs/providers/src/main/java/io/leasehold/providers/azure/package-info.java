/** Azure OpenAI: inference by deployment, and the two keys and the cost of a resource through Azure's management. */
@NullMarked
package io.leasehold.providers.azure;

import org.jspecify.annotations.NullMarked;
