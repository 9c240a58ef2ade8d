/** Use of keys that no gateway sees: what their providers report of it, and the end that is put to it at a limit. */
@NullMarked
package io.leasehold.distribution.direct;

import org.jspecify.annotations.NullMarked;
