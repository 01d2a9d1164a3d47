package dev.parley.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CryptoPropertiesTests {

    @Test
    void secretsDoNotReachALogByAccident() {
        assertThat(new CryptoProperties("the master key", "the id secret").toString())
                .doesNotContain("the master key", "the id secret");
    }
}
