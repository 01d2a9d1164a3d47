package dev.parley.platform.aggregate;

/**
 * What a command's caller gets, the first time and each time again.
 *
 * @param status 201 for a create, else 200
 */
public record Receipt(String id, long version, int status) {}
