/** Who is in a workspace or a domain and what they may do there, as groups of the identity provider. */
@NullMarked
package io.leasehold.key.member;

import org.jspecify.annotations.NullMarked;
