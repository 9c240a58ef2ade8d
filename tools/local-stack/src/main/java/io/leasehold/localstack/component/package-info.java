/** The contract of a component, and the supervisor that starts and stops components in order. */
@NullMarked
package io.leasehold.localstack.component;

import org.jspecify.annotations.NullMarked;
