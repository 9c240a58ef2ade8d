/** Errors on the wire: RFC 9457 problems that say what to do next, and nothing about our classes or anyone's secrets. */
@NullMarked
package io.leasehold.kit.problem;

import org.jspecify.annotations.NullMarked;
