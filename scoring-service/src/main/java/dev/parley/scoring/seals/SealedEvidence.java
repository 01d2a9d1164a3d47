package dev.parley.scoring.seals;

/**
 * The evidence of a card. Text and salt are under the candidate's key: once that is destroyed, the digest is noise.
 *
 * @param text encrypted canonical JSON, item id to evidence
 * @param salt encrypted
 * @param digest SHA-256 over salt and canonical JSON
 */
public record SealedEvidence(String text, String salt, String digest) {}
