package dev.parley.platform.security;

import java.util.Arrays;

/** The kinds of caller. */
public enum PrincipalType {
    USER("user"),
    API_KEY("api-key"),
    SERVICE("service");

    private final String claim;

    PrincipalType(String claim) {
        this.claim = claim;
    }

    /** As in the token and in {@code ce_actor}. */
    public String claim() {
        return claim;
    }

    static PrincipalType ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(type -> type.claim.equals(claim))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown principal type"));
    }
}
