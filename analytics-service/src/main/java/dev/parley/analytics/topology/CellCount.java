package dev.parley.analytics.topology;

/**
 * The state of one cell.
 *
 * @param revision number of deltas counted; with the generation it orders the states of a cell
 * @param generation of the topology that counted
 */
public record CellCount(long count, long revision, int generation) {

    static CellCount none(int generation) {
        return new CellCount(0, 0, generation);
    }

    CellCount plus(int delta) {
        return new CellCount(count + delta, revision + 1, generation);
    }
}
