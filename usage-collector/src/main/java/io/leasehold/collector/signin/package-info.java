/** GitHub users sign in by the device flow; their tokens become keys of an account. */
@NullMarked
package io.leasehold.collector.signin;

import org.jspecify.annotations.NullMarked;
