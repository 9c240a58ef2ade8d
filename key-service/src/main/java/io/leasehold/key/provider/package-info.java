/** The providers that are there, and where they are called. */
@NullMarked
package io.leasehold.key.provider;

import org.jspecify.annotations.NullMarked;
