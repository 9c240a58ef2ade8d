/** The running system, driven from outside: by browser, SDK and REST. */
@NullMarked
package io.leasehold.e2e;

import org.jspecify.annotations.NullMarked;
