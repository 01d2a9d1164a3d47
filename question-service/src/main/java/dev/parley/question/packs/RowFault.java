package dev.parley.question.packs;

/**
 * What is wrong with one row of a pack.
 *
 * @param row position among all rows, from 1: the questions, then the kits; 0 for the file as a whole
 * @param pointer JSON pointer into the file
 * @param reason what was expected
 */
record RowFault(int row, String pointer, String reason) {}
