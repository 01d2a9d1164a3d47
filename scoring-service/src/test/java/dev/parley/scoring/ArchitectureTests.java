package dev.parley.scoring;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.parley.testkit.ArchitectureRules;

@AnalyzeClasses(packages = "dev.parley.scoring", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_DEPEND_IN_CIRCLES = SlicesRuleDefinition.slices()
            .matching("dev.parley.scoring.(*)..")
            .should()
            .beFreeOfCycles();
}
