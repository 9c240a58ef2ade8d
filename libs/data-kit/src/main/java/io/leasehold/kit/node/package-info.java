/** Nodes that came with an enrolment token: their credentials as a way in beside the tokens of the identity provider. */
@NullMarked
package io.leasehold.kit.node;

import org.jspecify.annotations.NullMarked;
