/** Makes the generated API description precise enough to generate clients from. */
@NullMarked
package io.leasehold.kit.openapi;

import org.jspecify.annotations.NullMarked;
