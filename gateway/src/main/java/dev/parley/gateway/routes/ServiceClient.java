package dev.parley.gateway.routes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.util.concurrent.Executors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Sends one request to one instance; the answer's body stays open. */
@Component
class ServiceClient {

    private final RestClient client;

    ServiceClient(RestClient.Builder builder, RouteProperties properties) {
        var http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        var factory = new JdkClientHttpRequestFactory(http);
        factory.enableCompression(false);
        factory.setReadTimeout(properties.answerTimeout());
        this.client = builder.requestFactory(factory).build();
    }

    ClientHttpResponse send(HttpMethod method, URI uri, HttpHeaders headers, byte[] body) throws IOException {
        var request = client.method(method).uri(uri).headers(all -> all.putAll(headers));
        if (body.length > 0) {
            request.body(body);
        }
        try {
            return request.exchange((_, response) -> response, false);
        } catch (ResourceAccessException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e);
        }
    }
}
