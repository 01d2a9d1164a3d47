package dev.parley.session;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts session-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SessionServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(SessionServiceApplication.class, args);
    }
}
