package dev.parley.scoring.seals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SealTests {

    private static final byte[] SALT = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    @Test
    void isTheSha256OfSaltAndText() {
        // printf '\x00\x01…\x0f{"a":1}' | sha256sum
        assertThat(Seal.of(SALT, "{\"a\":1}").digest())
                .isEqualTo("aed8a0ebb5f60a8aa06554873318b8e888584ebddf7878258719930ae328cbb2");
    }

    @Test
    void fitsOnlyWhatWasSealed() {
        Seal seal = Seal.of(SALT, "{\"a\":1}");

        assertThat(seal.fits("{\"a\":1}")).isTrue();
        assertThat(seal.fits("{\"a\":2}")).isFalse();
        assertThat(new Seal("ff" + seal.salt().substring(2), seal.digest()).fits("{\"a\":1}"))
                .isFalse();
    }

    @Test
    void refusesASaltBelow128Bits() {
        assertThatIllegalArgumentException().isThrownBy(() -> Seal.of(new byte[15], "{}"));
    }
}
