package dev.parley.question;

import dev.parley.testkit.Configuration;
import dev.parley.testkit.ConfigurationPage;
import dev.parley.testkit.Deployment;
import org.junit.jupiter.api.Test;

class ConfigurationTests {

    @Test
    void thePageNamesEverySetting() {
        new ConfigurationPage("question-service", Configuration.ofThisService()).matches();
    }

    @Test
    void everyDeploymentSetsWhatIsRequiredAndNothingUnknown() {
        Deployment.allOf("question-service").forEach(deployment -> deployment.suits(Configuration.ofThisService()));
    }
}
