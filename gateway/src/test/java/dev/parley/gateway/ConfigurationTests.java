package dev.parley.gateway;

import dev.parley.testkit.Configuration;
import dev.parley.testkit.ConfigurationPage;
import dev.parley.testkit.Deployment;
import org.junit.jupiter.api.Test;

class ConfigurationTests {

    @Test
    void thePageNamesEverySetting() {
        new ConfigurationPage("gateway", Configuration.ofThisService()).matches();
    }

    @Test
    void everyDeploymentSetsWhatIsRequiredAndNothingUnknown() {
        Deployment.allOf("gateway").forEach(deployment -> deployment.suits(Configuration.ofThisService()));
    }
}
