package dev.parley.gateway.routes;

import dev.parley.platform.error.DomainException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/** Hands the body of a service's answer on. */
final class AnswerBody {

    private static final int BLOCK = 16 * 1024;
    private static final List<String> OF_THE_ANSWER =
            List.of(HttpHeaders.CONTENT_LENGTH, HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.CONTENT_ENCODING);

    private AnswerBody() {}

    /**
     * Copies it to its end.
     *
     * @throws DomainException.Unavailable when the service ends in the middle of it and the caller has seen nothing yet
     */
    static void copy(ClientHttpResponse answer, HttpServletResponse response) throws IOException {
        InputStream from = answer.getBody();
        OutputStream to = response.getOutputStream();
        var block = new byte[BLOCK];
        for (int read = read(from, block, response); read >= 0; read = read(from, block, response)) {
            to.write(block, 0, read);
        }
    }

    private static int read(InputStream from, byte[] block, HttpServletResponse response) throws IOException {
        try {
            return from.read(block);
        } catch (IOException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.resetBuffer();
            OF_THE_ANSWER.forEach(name -> response.setHeader(name, null));
            throw new DomainException.Unavailable(
                    "The service ended in the middle of its answer; repeat the request with the same Idempotency-Key.");
        }
    }
}
