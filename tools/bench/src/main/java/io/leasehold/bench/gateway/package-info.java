/** What the gateway adds to a call, beside nothing and beside other proxies. */
@NullMarked
package io.leasehold.bench.gateway;

import org.jspecify.annotations.NullMarked;
