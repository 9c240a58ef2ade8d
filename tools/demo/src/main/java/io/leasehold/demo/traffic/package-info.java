/** Believable traffic, so that the screens live. */
@NullMarked
package io.leasehold.demo.traffic;

import org.jspecify.annotations.NullMarked;
