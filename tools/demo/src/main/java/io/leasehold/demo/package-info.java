/** {@code ./leasehold demo}. */
@NullMarked
package io.leasehold.demo;

import org.jspecify.annotations.NullMarked;
