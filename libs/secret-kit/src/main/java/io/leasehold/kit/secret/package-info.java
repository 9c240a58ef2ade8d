/** Where secrets are, and how they are read: exactly the version that is named. */
@NullMarked
package io.leasehold.kit.secret;

import org.jspecify.annotations.NullMarked;
