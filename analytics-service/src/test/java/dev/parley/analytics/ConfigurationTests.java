package dev.parley.analytics;

import dev.parley.testkit.Configuration;
import dev.parley.testkit.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationTests {

    @Test
    void thePageNamesEverySetting() {
        new ConfigurationPage("analytics-service", Configuration.ofThisService()).matches();
    }
}
