package dev.parley.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.platform.security.Access;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The house rules that a machine can check; each service runs them over its own classes. */
public final class ArchitectureRules {

    @ArchTest
    public static final ArchRule EVERY_ROUTE_SAYS_WHO_MAY = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .should()
            .beAnnotatedWith(Access.class)
            .allowEmptyShould(true);

    /** Who runs the installation sees no organization, and no organization sees how it is run. */
    @ArchTest
    public static final ArchRule OPERATORS_HAVE_ROUTES_OF_THEIR_OWN = methods()
            .that()
            .areAnnotatedWith(Access.class)
            .should(new KeepOperatorsApart())
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    public static final ArchRule DEPENDENCIES_COME_THROUGH_CONSTRUCTORS =
            fields().should().notBeAnnotatedWith(Autowired.class).allowEmptyShould(true);

    @ArchTest
    public static final ArchRule NO_VAGUE_NAMES = noClasses()
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    public static final ArchRule NO_LAYER_PACKAGES = noClasses()
            .should()
            .resideInAnyPackage("..impl..", "..util..", "..dto..", "..common..", "..domain..", "..infrastructure..");

    @ArchTest
    public static final ArchRule NO_PRINTING =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    public static final ArchRule CONTROLLERS_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    private ArchitectureRules() {}
}
