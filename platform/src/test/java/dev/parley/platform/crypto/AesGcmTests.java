package dev.parley.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AesGcmTests {

    private final AesGcm cipher = new AesGcm(AesGcm.newKey());

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada Lovelace", "Zoë 🚀"})
    void textComesBack(String text) {
        byte[] stored = cipher.encrypt(text.getBytes(UTF_8), "name");

        assertThat(new String(cipher.decrypt(stored, "name"), UTF_8)).isEqualTo(text);
        assertThat(stored).hasSize(12 + text.getBytes(UTF_8).length + 16);
    }

    @Test
    void sameTextNeverLooksTheSame() {
        byte[] text = "Ada Lovelace".getBytes(UTF_8);

        assertThat(cipher.encrypt(text, "name")).isNotEqualTo(cipher.encrypt(text, "name"));
    }

    @Test
    void otherContextOrKeyOrAnyChangedBitIsRefused() {
        byte[] stored = cipher.encrypt("Ada Lovelace".getBytes(UTF_8), "name");

        refused(() -> cipher.decrypt(stored, "email"));
        refused(() -> new AesGcm(AesGcm.newKey()).decrypt(stored, "name"));
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            refused(() -> cipher.decrypt(changed, "name"));
        }
    }

    @Test
    void remainsOfAStoredFieldAreRefusedAlike() {
        refused(() -> cipher.decrypt(new byte[0], "name"));
        refused(() -> cipher.decrypt(new byte[12], "name"));
        refused(() -> cipher.decrypt(new byte[27], "name"));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(IllegalStateException.class).hasMessage("a field cannot be decrypted");
    }
}
