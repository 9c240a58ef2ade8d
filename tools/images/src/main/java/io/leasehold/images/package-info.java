/** Builds the container images of everything that runs on Kubernetes, without a container engine. */
@NullMarked
package io.leasehold.images;

import org.jspecify.annotations.NullMarked;
