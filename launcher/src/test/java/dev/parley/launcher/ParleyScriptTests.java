package dev.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.launcher.process.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code parley} where the JDKs are what a test puts there. */
class ParleyScriptTests {
    private static final List<String> TOOLS = List.of(
            "cksum", "cp", "cut", "dirname", "find", "grep", "head", "mkdir", "mv", "readlink", "sed", "tee", "tr");
    private static final String NONE_FOUND =
            "Parley needs a JDK 25 or newer and found none: install one (for example from https://adoptium.net), or name its folder with PARLEY_JAVA_HOME.";

    @TempDir
    Path machine;

    private final Map<String, String> environment = new HashMap<>();
    private Path checkout;

    private record Ended(int exit, String out, String err) {}

    @BeforeEach
    void setUp() throws IOException {
        checkout = Files.createDirectory(machine.resolve("checkout"));
        var script = Files.readString(Path.of("..", "parley"));
        for (var place : List.of("/usr/lib/jvm/", "/opt/java/", "/opt/jdk", "/Library/Java/")) {
            assertThat(script).contains(" " + place);
            script = script.replace(" " + place, " " + machine + place);
        }
        executable(checkout.resolve("parley"), script);
        var bin = Files.createDirectory(machine.resolve("bin"));
        for (var tool : TOOLS) {
            Files.createSymbolicLink(bin.resolve(tool), Executables.find(tool).orElseThrow());
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", Files.createDirectory(machine.resolve("home")).toString());
    }

    @Test
    void saysWhatToInstallWhereThereIsNoJdk() throws Exception {
        assertRefused(parley("up"), 1, NONE_FOUND);
        assertThat(checkout.toFile().list()).containsExactly("parley");
    }

    @Test
    void passesOverOlderJdks() throws Exception {
        jdk("usr/lib/jvm/java-17", "17.0.12");
        jdk("opt/jdk-1.8", "1.8.0_412");
        environment.put("JAVA_HOME", jdk("home/.jdks/corretto-24", "24.0.2").toString());
        assertRefused(parley("up"), 1, NONE_FOUND);
        assertThat(checkout.toFile().list()).containsExactly("parley");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/temurin-25",
                "opt/java/openjdk",
                "opt/jdk-25",
                "home/.sdkman/candidates/java/25-tem",
                "home/.jdks/openjdk-25",
                "Library/Java/JavaVirtualMachines/25.jdk/Contents/Home"
            })
    void takesAJdk25WhereTheyUsuallyAre(String place) throws Exception {
        jdk("usr/lib/jvm/java-17", "17.0.12");
        assertTaken(jdk(place, "25.0.1"));
    }

    @Test
    void takesAJdk25FromThePathOrTheToolchains() throws Exception {
        var listed = jdk("listed", "26");
        var toolchains = Files.createDirectories(machine.resolve("home/.m2")).resolve("toolchains.xml");
        Files.writeString(toolchains, "<toolchain>\n  <jdkHome>%s</jdkHome>\n</toolchain>\n".formatted(listed));
        assertTaken(listed);

        var linked = jdk("linked", "25.0.1");
        Files.createSymbolicLink(machine.resolve("bin/javac"), linked.resolve("bin/javac"));
        assertTaken(linked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "jre", "missing"})
    void namesTheFolderThatPromisedAJdk(String named) throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        jdk("17", "17.0.12");
        Files.delete(jdk("jre", "25.0.1").resolve("bin/javac"));
        environment.put("PARLEY_JAVA_HOME", machine.resolve(named).toString());
        assertRefused(
                parley("up"),
                1,
                "PARLEY_JAVA_HOME is %s, which holds no JDK 25 or newer: name the folder of one, or unset it to have one looked for."
                        .formatted(machine.resolve(named)));
        assertThat(checkout.toFile().list()).containsExactly("parley");
    }

    @Test
    void needsMavenOrUnzip() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        executable(machine.resolve("bin/mvn"), "#!/bin/sh\necho 'Apache Maven 3.6.3'\n");
        assertRefused(
                parley("up"),
                1,
                "There is no Maven 3.8 or newer, and ./mvnw needs unzip to fetch one: install either.");
    }

    @Test
    void startsNothingAfterAFailedBuild() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        executable(
                machine.resolve("bin/mvn"),
                "#!/bin/sh\n[ \"$1\" = --version ] && echo 'Apache Maven 3.9.9' || echo '[ERROR] no disk'\n");
        var log = checkout.resolve("launcher/target/build.log");
        var ended = parley("up");
        assertRefused(ended, 1, "The build failed; all of its words are in %s.".formatted(log));
        assertThat(ended.out()).contains("[ERROR] no disk").doesNotContain("dev.parley.launcher.Main");
        assertThat(log).hasContent("[ERROR] no disk");
        assertThat(log.resolveSibling("parley.stamp")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "verify"})
    void refusesAWordTooMany(String command) throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        assertRefused(parley(command, "--fast"), 2, "'%s' does not take '--fast'.".formatted(command));
    }

    /** A folder that looks like a JDK; its java says what it was called with. */
    private Path jdk(String place, String version) throws IOException {
        var home = machine.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        executable(home.resolve("bin/javac"), "#!/bin/sh\necho 'javac %s'\n".formatted(version));
        executable(home.resolve("bin/java"), "#!/bin/sh\necho \"$0 $*\"\n");
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void assertTaken(Path jdk) throws Exception {
        var jar = checkout.resolve("launcher/target/launcher.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "a jar");
        var ended = parley("status");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith(jdk + "/bin/java ").endsWith(" dev.parley.launcher.Main status");
        assertThat(ended.exit()).isZero();
    }

    private static void assertRefused(Ended ended, int exit, String sentence) {
        assertThat(ended.err()).isEqualTo(sentence);
        assertThat(ended.exit()).isEqualTo(exit);
    }

    private Ended parley(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(checkout.resolve("parley").toString()));
        command.addAll(List.of(arguments));
        var err = machine.resolve("err");
        var builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out.strip(), Files.readString(err).strip());
    }
}
