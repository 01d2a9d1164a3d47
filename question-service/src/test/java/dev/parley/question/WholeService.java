package dev.parley.question;

import dev.parley.testkit.ServiceIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** One service for many tests; what it asks of the database is recorded. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ServiceIT
@Import(DatabaseCommands.class)
public @interface WholeService {}
