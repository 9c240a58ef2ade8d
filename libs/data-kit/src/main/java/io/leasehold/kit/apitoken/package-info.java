/** API tokens as a way in beside those of the identity provider. */
@NullMarked
package io.leasehold.kit.apitoken;

import org.jspecify.annotations.NullMarked;
