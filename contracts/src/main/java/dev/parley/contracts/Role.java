package dev.parley.contracts;

import dev.parley.contracts.describe.Describe;

/** What a user may do in an organization; OPERATOR stands outside every organization and runs the installation. */
@Describe("what a user may do in an organization; OPERATOR stands outside every organization and runs the installation")
public enum Role {
    ADMIN,
    RECRUITER,
    INTERVIEWER,
    OPERATOR
}
