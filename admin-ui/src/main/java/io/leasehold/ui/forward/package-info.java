/** Forwards calls of {@code /api} to the services, as the user who is signed in. */
@NullMarked
package io.leasehold.ui.forward;

import org.jspecify.annotations.NullMarked;
