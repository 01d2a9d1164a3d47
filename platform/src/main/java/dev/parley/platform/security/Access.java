package dev.parley.platform.security;

import dev.parley.contracts.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a route: people with one of the roles, API keys and services with the scope. Without it, nobody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

    Role[] roles() default {};

    /** Empty: neither API keys nor services may call. */
    String scope() default "";

    /** Open to every person who is signed in, whatever their roles: for what is about that person alone. */
    boolean person() default false;

    /** Open to callers who are not signed in. */
    boolean anonymous() default false;
}
