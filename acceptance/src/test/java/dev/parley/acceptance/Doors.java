package dev.parley.acceptance;

/** Whether a connection from one service's pod to an address is let through. */
record Doors(Cluster cluster) {

    boolean isOpen(String service, String to) {
        String pod = cluster.pods(service).getFirst();
        return cluster.kubectl("exec", pod, "-c", "service", "--", "timeout", "3", "bash", "-c", ": </dev/tcp/" + to)
                        .exit()
                == 0;
    }

    String address(String service) {
        return cluster.kubectl("get", cluster.pods(service).getFirst(), "-o", "jsonpath={.status.podIP}")
                .orThrow();
    }
}
