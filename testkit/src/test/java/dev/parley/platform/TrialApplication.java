package dev.parley.platform;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service: every test below this package finds it and shares its context. */
@SpringBootApplication(scanBasePackages = "dev.parley.platform.trial")
class TrialApplication {}
