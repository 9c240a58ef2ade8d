/** What the rounds come to, and how it is printed. */
@NullMarked
package io.leasehold.bench.result;

import org.jspecify.annotations.NullMarked;
