package dev.parley.session.candidates;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who a candidate is, in the clear: only in requests and answers, never stored, logged or published. */
public record PersonalFields(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email @Size(max = 254) String email,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Size(max = 200) String externalId) {

    @Override
    public String toString() {
        return "PersonalFields[…]";
    }
}
