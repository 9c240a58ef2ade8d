package io.leasehold.kit.idempotency;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST that heeds {@code Idempotency-Key}. Its service calls {@link Idempotency#keep} or {@link Idempotency#keepId} in the
 * transaction of its effect; the method must allow roles, so that the call has a workspace.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
