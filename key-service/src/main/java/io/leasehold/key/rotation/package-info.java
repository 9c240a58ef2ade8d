/** Another secret takes the place of a key's, step by step, while both work for a time. */
@NullMarked
package io.leasehold.key.rotation;

import org.jspecify.annotations.NullMarked;
