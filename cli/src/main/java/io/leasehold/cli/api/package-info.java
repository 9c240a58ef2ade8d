/** Calls of the REST API. */
@NullMarked
package io.leasehold.cli.api;

import org.jspecify.annotations.NullMarked;
