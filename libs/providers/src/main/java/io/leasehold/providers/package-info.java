/** What a provider is, and where to find the ones that are there. */
@NullMarked
package io.leasehold.providers;

import org.jspecify.annotations.NullMarked;
