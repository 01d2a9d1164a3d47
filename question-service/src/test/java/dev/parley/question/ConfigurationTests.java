package dev.parley.question;

import dev.parley.testkit.Configuration;
import dev.parley.testkit.ConfigurationPage;
import org.junit.jupiter.api.Test;

class ConfigurationTests {

    @Test
    void thePageNamesEverySetting() {
        new ConfigurationPage("question-service", Configuration.ofThisService()).matches();
    }
}
