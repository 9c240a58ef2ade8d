/** The accounts whose providers are asked, and their keys, as key-service tells them. */
@NullMarked
package io.leasehold.collector.account;

import org.jspecify.annotations.NullMarked;
