/** Sessions of signed-in browsers: an opaque cookie outside, sealed tokens in PostgreSQL. */
@NullMarked
package io.leasehold.ui.session;

import org.jspecify.annotations.NullMarked;
