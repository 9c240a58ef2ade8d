/** How nodes come in that have no identity of this installation, and how they prove who they are afterwards. */
@NullMarked
package io.leasehold.distribution.enrolment;

import org.jspecify.annotations.NullMarked;
