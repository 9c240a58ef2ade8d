/** The API keys of the pools, as their topic shows them. */
@NullMarked
package io.leasehold.gateway.key;

import org.jspecify.annotations.NullMarked;
