package dev.parley.scoring;

import dev.parley.testkit.Configuration;
import dev.parley.testkit.ConfigurationPage;
import dev.parley.testkit.Deployment;
import org.junit.jupiter.api.Test;

class ConfigurationTests {

    @Test
    void thePageNamesEverySetting() {
        new ConfigurationPage("scoring-service", Configuration.ofThisService()).matches();
    }

    @Test
    void everyDeploymentSetsWhatIsRequiredAndNothingUnknown() {
        Deployment.allOf("scoring-service").forEach(deployment -> deployment.suits(Configuration.ofThisService()));
    }
}
