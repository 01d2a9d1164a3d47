# One image for each service, from its ready jar:  docker build --build-arg SERVICE=session-service -t parley/session-service .
# ./parley images builds all five, with the versions in .env. No step needs the network.
ARG JAVA_VERSION=25
ARG MONGO_VERSION=8.0

FROM eclipse-temurin:${JAVA_VERSION}-jdk AS extracted
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}.jar /jar/app.jar
RUN java -Djarmode=tools -jar /jar/app.jar extract --layers --destination /layers \
    && mkdir /sbom && cd /sbom && jar xf /jar/app.jar META-INF/sbom/application.cdx.json \
    && test -s META-INF/sbom/application.cdx.json

FROM eclipse-temurin:${JAVA_VERSION}-jre AS java

FROM java AS service
WORKDIR /app
COPY --from=extracted /layers/dependencies/ ./
COPY --from=extracted /layers/spring-boot-loader/ ./
COPY --from=extracted /layers/snapshot-dependencies/ ./
COPY --from=extracted /layers/application/ ./
COPY deploy/container/jvm.options ./

# the cache knows jars by place, size and time, so it is made where they will be, with the Java that will run them
FROM mongo:${MONGO_VERSION} AS trained
COPY --from=java /opt/java/openjdk /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH
COPY --from=service /app /app
COPY deploy/container/train /train
WORKDIR /app
RUN /train

FROM service
ARG SERVICE
ARG PARLEY_VERSION=unversioned
ARG REVISION=unknown
COPY --from=extracted /sbom/META-INF/sbom ./sbom
COPY --from=trained /app/app.aot ./
COPY deploy/container/ready /app/ready
# what the service may write to; everything else is read-only
RUN install -d -m 700 -o 10001 -g 10001 /var/lib/parley
USER 10001:10001
ENV SERVER_PORT=8080 PARLEY_STATE_DIR=/var/lib/parley/streams
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=4 CMD ["/app/ready"]
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-jar", "app.jar"]
LABEL org.opencontainers.image.title="Parley ${SERVICE}" \
      org.opencontainers.image.description="Structured interviews at scale: ${SERVICE}" \
      org.opencontainers.image.vendor="Parley" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${PARLEY_VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
