/** The most that a request can cost, before it is sent. */
@NullMarked
package io.leasehold.providers.worstcase;

import org.jspecify.annotations.NullMarked;
