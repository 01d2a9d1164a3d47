package dev.parley.contracts;

/** What a user may do in an organization; OPERATOR stands outside every organization and runs the installation. */
public enum Role {
    ADMIN,
    RECRUITER,
    INTERVIEWER,
    OPERATOR
}
