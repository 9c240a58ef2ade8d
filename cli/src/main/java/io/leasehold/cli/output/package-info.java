/** Tables, JSON and YAML. */
@NullMarked
package io.leasehold.cli.output;

import org.jspecify.annotations.NullMarked;
