/** Tokens with which programs call the API in a person's place. */
@NullMarked
package io.leasehold.key.apitoken;

import org.jspecify.annotations.NullMarked;
