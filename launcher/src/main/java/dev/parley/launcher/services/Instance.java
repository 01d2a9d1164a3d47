package dev.parley.launcher.services;

import java.net.URI;

/** One process of a service; instances are numbered from 1. */
public record Instance(Service service, int number, int port) {
    public String name() {
        return service.shortName() + "-" + number;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
