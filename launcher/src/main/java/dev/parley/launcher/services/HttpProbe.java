package dev.parley.launcher.services;

import dev.parley.launcher.process.Probe;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Ready when the readiness address answers 200. */
record HttpProbe(URI readiness) implements Probe {
    private static final int TIMEOUT_MILLIS = 2000;

    @Override
    public boolean ready(ProcessHandle process) {
        try {
            var connection = (HttpURLConnection) readiness.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }
}
