/** Leasehold's own services and the simulated providers. */
@NullMarked
package io.leasehold.localstack.service;

import org.jspecify.annotations.NullMarked;
