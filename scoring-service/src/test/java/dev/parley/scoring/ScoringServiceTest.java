package dev.parley.scoring;

import dev.parley.testkit.DatabaseCommands;
import dev.parley.testkit.ServiceIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the running service; requests do not wait long for what will never come. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ServiceIT
@Import(DatabaseCommands.class)
@TestPropertySource(properties = "parley.evaluations.patience=1500ms")
public @interface ScoringServiceTest {}
