/** The HTTP server of the data plane and the life of one request in it. */
@NullMarked
package io.leasehold.gateway.server;

import org.jspecify.annotations.NullMarked;
