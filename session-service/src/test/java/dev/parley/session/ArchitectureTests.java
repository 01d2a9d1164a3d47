package dev.parley.session;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.platform.migration.Migration;
import dev.parley.platform.security.CrossTenant;
import dev.parley.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "dev.parley.session", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(ArchitectureRules.class);

    /** Who depends on whom inside the service; history brings in what the others own. */
    @ArchTest
    static final ArchRule FEATURES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("candidates")
            .definedBy("..session.candidates..")
            .layer("applications")
            .definedBy("..session.applications..")
            .layer("known")
            .definedBy("..session.known..")
            .layer("sessions")
            .definedBy("..session.sessions..")
            .layer("history")
            .definedBy("..session.history..")
            .whereLayer("history")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sessions")
            .mayOnlyBeAccessedByLayers("history")
            .whereLayer("applications")
            .mayOnlyBeAccessedByLayers("sessions", "history")
            .whereLayer("known")
            .mayOnlyBeAccessedByLayers("sessions", "history");

    @ArchTest
    static final ArchRule ALL_TENANTS_ARE_SEEN_ONLY_BY_THE_IMPORT_WORKER_AND_MIGRATIONS = classes()
            .that()
            .areAnnotatedWith(CrossTenant.class)
            .should()
            .haveSimpleName("HistoryJobs")
            .orShould()
            .beAssignableTo(Migration.class);
}
