package dev.parley.scoring;

import dev.parley.testkit.Configuration;
import dev.parley.testkit.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationTests {

    @Test
    void thePageNamesEverySetting() {
        new ConfigurationPage("scoring-service", Configuration.ofThisService()).matches();
    }
}
