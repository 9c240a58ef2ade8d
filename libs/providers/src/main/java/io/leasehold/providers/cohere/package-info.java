/** Cohere: inference, and checking a key; there is nothing else that it can be asked for. */
@NullMarked
package io.leasehold.providers.cohere;

import org.jspecify.annotations.NullMarked;
