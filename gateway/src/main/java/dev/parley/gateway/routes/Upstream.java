package dev.parley.gateway.routes;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The instances of one service, in turns. */
final class Upstream {

    /** The request attribute that says which service a request is for. */
    static final String ATTRIBUTE = "parley.upstream";

    private final String name;
    private final List<URI> instances;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(String name, List<URI> instances) {
        this.name = name;
        this.instances = List.copyOf(instances);
    }

    String name() {
        return name;
    }

    /** All instances, each time beginning with the next one. */
    List<URI> inTurn() {
        int first = turn.getAndIncrement();
        return IntStream.range(0, instances.size())
                .mapToObj(offset -> instances.get(Math.floorMod(first + offset, instances.size())))
                .toList();
    }
}
