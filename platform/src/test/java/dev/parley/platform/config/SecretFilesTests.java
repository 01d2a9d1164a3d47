package dev.parley.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

class SecretFilesTests {

    @TempDir
    Path folder;

    @Test
    void readsTheValueFromTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "a value\n");

        var environment = prepared(Map.of("PARLEY_KEY_FILE", file.toString()));

        assertThat(environment.getProperty("PARLEY_KEY")).isEqualTo("a value");
    }

    @Test
    void takesOnlyOurOwnVariables() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "a value");

        var environment = prepared(Map.of("OTHER_KEY_FILE", file.toString(), "PARLEY_NONE_FILE", ""));

        assertThat(environment.getProperty("OTHER_KEY")).isNull();
        assertThat(environment.getProperty("PARLEY_NONE")).isNull();
    }

    @Test
    void saysWhichFileCannotBeRead() {
        Path absent = folder.resolve("absent");

        assertThatThrownBy(() -> prepared(Map.of("PARLEY_KEY_FILE", absent.toString())))
                .isInstanceOf(SettingException.class)
                .hasMessage("PARLEY_KEY_FILE names %s, which cannot be read (NoSuchFileException): mount the file,"
                                .formatted(absent)
                        + " readable by this container's user.");
    }

    @Test
    void saysWhichFileIsEmpty() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");

        assertThatThrownBy(() -> prepared(Map.of("PARLEY_KEY_FILE", empty.toString())))
                .hasMessage("PARLEY_KEY_FILE names %s, which is empty.".formatted(empty));
    }

    @Test
    void doesNotGuessWhichOfTwoIsMeant() {
        assertThatThrownBy(() -> prepared(Map.of("PARLEY_KEY", "one", "PARLEY_KEY_FILE", "/another")))
                .hasMessage("PARLEY_KEY is given twice, also by PARLEY_KEY_FILE: keep one of them.");
    }

    private static StandardEnvironment prepared(Map<String, Object> variables) {
        var environment = new StandardEnvironment() {
            @Override
            public Map<String, Object> getSystemEnvironment() {
                return variables;
            }
        };
        new SecretFiles().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
