/** Domains: the host names and application labels by which a workspace's traffic is grouped. */
@NullMarked
package io.leasehold.key.domain;

import org.jspecify.annotations.NullMarked;
