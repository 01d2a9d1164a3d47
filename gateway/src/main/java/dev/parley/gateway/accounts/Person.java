package dev.parley.gateway.accounts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A person as given by whoever adds them; its text form tells nothing. */
public record Person(
        @NotBlank @Email @Size(max = 254) String email,
        @NotBlank @Size(max = 100) String displayName,
        @NotNull @Size(min = 12, max = 128) String password) {

    @Override
    public String toString() {
        return "Person";
    }
}
