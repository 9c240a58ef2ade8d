/** What keys belong to at their provider: workspaces and projects. */
@NullMarked
package io.leasehold.sim.group;

import org.jspecify.annotations.NullMarked;
