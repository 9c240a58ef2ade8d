/** Calling a provider's management API. */
@NullMarked
package io.leasehold.providers.http;

import org.jspecify.annotations.NullMarked;
