/** Requests that are over: what they cost leaves the slices and is spent. */
@NullMarked
package io.leasehold.distribution.settle;

import org.jspecify.annotations.NullMarked;
