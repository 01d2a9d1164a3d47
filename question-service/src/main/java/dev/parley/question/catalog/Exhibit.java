package dev.parley.question.catalog;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where a reader can see the subject of a question at work.
 *
 * @param path in the repository or under the platform's own host, never an address elsewhere
 * @param status {@code live}, or {@code planned} until it exists
 */
public record Exhibit(
        @NotBlank @Size(max = 160) String title,

        @NotBlank @Size(max = 300) @Pattern(regexp = "/?[A-Za-z0-9._~{}-]+(/[A-Za-z0-9._~{}-]+)*/?")
        String path,

        @NotBlank @Size(max = 1000) String sentence,
        @NotBlank @Pattern(regexp = "live|planned") String status) {}
