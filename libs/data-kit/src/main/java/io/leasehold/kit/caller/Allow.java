package io.leasehold.kit.caller;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a resource method. A method without this and without {@code @PermitAll} can't be called by anyone.
 * On a method it goes before a {@code @PermitAll} of the class, and where both are said of the same thing, this counts.
 *
 * <p>A role is one in the workspace that the call names, so that such a method always has a workspace.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    /** Any of these roles, or one that includes it. */
    Role[] value() default {};

    /**
     * Any of these roles in some domain of the workspace, too. Such a call is about what {@link Caller#sees} only, which the
     * method must heed.
     */
    Role[] inDomain() default {};

    /** Any of these services, by their client id; such a call has no workspace of its own. */
    String[] services() default {};

    /** Everyone who is signed in; such a call has no workspace of its own. */
    boolean anyone() default false;

    /** Whether an API token is as good as a person with its role; not where a leaked one could give itself a longer life. */
    boolean apiTokens() default true;
}
