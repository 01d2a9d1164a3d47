package dev.parley.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.platform.security.CrossTenant;
import dev.parley.testkit.ArchitectureRules;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.parley.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final Set<String> BUSINESS = Set.of(
            "Session",
            "Scorecard",
            "Kit",
            "Pack",
            "Question",
            "Interview",
            "Interviewer",
            "Candidate",
            "Position",
            "Panel",
            "Evaluation",
            "Decision",
            "Rating",
            "Rubric",
            "Catalog",
            "Hiring",
            "Recruiter");

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static void platformKnowsNoBusinessWord(JavaClasses platform) {
        assertThat(platform.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> Arrays.stream(name.split("(?=[A-Z])")).anyMatch(BUSINESS::contains)))
                .isEmpty();
    }

    /** Whoever adds a place that reads over all organizations adds it here, with a reason in its annotation. */
    @ArchTest
    static void placesThatReadOverAllOrganizationsAreTheseFew(JavaClasses platform) {
        Set<String> places = new TreeSet<>();
        platform.stream().flatMap(ArchitectureTests::crossTenantPlaces).forEach(places::add);

        assertThat(places)
                .containsExactly(
                        "AggregateStore.findAnywhere",
                        "DeadLetterController",
                        "DeadLetters",
                        "OperatorAnswers",
                        "OutboxSweeper",
                        "Settlements");
    }

    private static Stream<String> crossTenantPlaces(JavaClass type) {
        Stream<String> whole =
                type.isAnnotatedWith(CrossTenant.class) ? Stream.of(type.getSimpleName()) : Stream.empty();
        Stream<String> methods = type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(CrossTenant.class))
                .map(method -> type.getSimpleName() + "." + method.getName());
        return Stream.concat(whole, methods);
    }

    @Test
    void contractsNeedNoFramework() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "jakarta..", "com.mongodb..", "org.bson..", "dev.parley.platform..");

        rule.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley.contracts"));
    }

    @Test
    void identifiersAndEventsCannotChange() {
        JavaClasses contracts = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley.contracts");

        assertThat(contracts.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .isEmpty();
    }
}
