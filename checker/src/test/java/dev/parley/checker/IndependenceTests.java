package dev.parley.checker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IndependenceTests {
    @Test
    void nothingOfParleyIsUsedButTheCheckerItself() {
        var all = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.parley");
        assertThat(all).isNotEmpty();
        classes()
                .should()
                .onlyAccessClassesThat()
                .resideInAnyPackage(
                        "dev.parley.checker", "java..", "tools.jackson..", "org.apache.kafka..", "org.jspecify..")
                .check(all);
    }

    @Test
    void noModuleOfParleyIsADependency() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml"))).containsOnlyOnce("<groupId>dev.parley</groupId>");
    }
}
