package dev.parley.gateway.devices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0                          | Firefox on Linux
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0.0.0 Safari/537.36     | Chrome on Windows
                    Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/139.0 Safari/537.36 Edg/139.0    | Edge on Windows
                    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18.5 Safari/605.1.15    | Safari on macOS
                    Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605 Version/18 Safari/604.1  | Safari on iPhone
                    Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/139.0 Mobile Safari/537.36   | Chrome on Android
                    curl/8.5.0                                                                                      | curl
                    <script>alert(1)</script>                                                                       | Unknown browser
                    """)
    void namesTheFamilyAndNothingElse(String header, String family) {
        assertThat(UserAgent.family(header)).isEqualTo(family);
    }

    @Test
    void saysSoWhenThereIsNone() {
        assertThat(UserAgent.family(null)).isEqualTo("Unknown browser");
    }
}
