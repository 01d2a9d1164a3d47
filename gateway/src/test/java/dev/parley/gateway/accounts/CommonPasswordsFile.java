package dev.parley.gateway.accounts;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes {@code common-passwords.bloom} from lists with one password a line: {@code java … CommonPasswordsFile TARGET
 * LIST…}. docs/security.md says which lists the shipped file was made of.
 */
final class CommonPasswordsFile {

    static final double WRONG = 1e-4;

    private CommonPasswordsFile() {}

    static void main(String[] files) throws IOException {
        Set<String> passwords = new HashSet<>();
        for (String list : List.of(files).subList(1, files.length)) {
            Files.readAllLines(Path.of(list)).stream()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty())
                    .forEach(passwords::add);
        }
        var filter = BloomFilter.of(passwords.size(), WRONG);
        passwords.forEach(filter::add);
        try (var out = new DataOutputStream(Files.newOutputStream(Path.of(files[0])))) {
            filter.write(out);
        }
    }
}
