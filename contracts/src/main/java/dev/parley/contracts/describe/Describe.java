package dev.parley.contracts.describe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a type or a field means. A field without one is told by the accessor of the same name in its event's interface,
 * else by its type. On an event record the text says when it is published.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Describe {

    String value();

    /** On an event record: what it is good for. */
    String why() default "";
}
