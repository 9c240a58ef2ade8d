/** Keys of providers that lie about where this service runs, and in Vault. */
@NullMarked
package io.leasehold.collector.discovery;

import org.jspecify.annotations.NullMarked;
