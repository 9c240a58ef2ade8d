/** What a stack is made from: folders, ports, generated secrets, versions and what is fetched once. */
@NullMarked
package io.leasehold.localstack.settings;

import org.jspecify.annotations.NullMarked;
