package dev.parley.platform.error;

/**
 * One fault in a request.
 *
 * @param pointer JSON pointer to the value at fault
 * @param detail what was expected
 */
public record FieldError(String pointer, String detail) {}
