package dev.parley.session;

import dev.parley.testkit.Configuration;
import dev.parley.testkit.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationTests {

    @Test
    void thePageNamesEverySetting() {
        new ConfigurationPage("session-service", Configuration.ofThisService()).matches();
    }
}
