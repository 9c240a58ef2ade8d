/** Signing in, and tokens that are kept and renewed. */
@NullMarked
package io.leasehold.cli.oauth;

import org.jspecify.annotations.NullMarked;
