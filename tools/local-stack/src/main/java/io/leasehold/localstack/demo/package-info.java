/** Believable traffic of several domains, nodes and models, so that the screens live. */
@NullMarked
package io.leasehold.localstack.demo;

import org.jspecify.annotations.NullMarked;
