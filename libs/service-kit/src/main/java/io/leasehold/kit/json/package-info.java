/** How JSON looks: snake_case, amounts as plain decimal strings, instants as ISO-8601. */
@NullMarked
package io.leasehold.kit.json;

import org.jspecify.annotations.NullMarked;
