package dev.parley.gateway.accounts;

/** Names a person over all organizations; never leaves the gateway, except as the principal of an OPERATOR. */
public record AccountId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
