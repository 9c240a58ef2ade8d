/** What nodes, keys and accounts are called, as their owners tell it. */
@NullMarked
package io.leasehold.analytics.names;

import org.jspecify.annotations.NullMarked;
