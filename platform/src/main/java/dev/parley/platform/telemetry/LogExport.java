package dev.parley.platform.telemetry;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Hands each log record to the exporter too, with its trace and its correlation id, for as long as there is one. */
final class LogExport implements SmartInitializingSingleton, DisposableBean {

    private final OpenTelemetryAppender appender = new OpenTelemetryAppender();

    LogExport(OpenTelemetry telemetry) {
        appender.setName("otlp");
        appender.setCaptureMdcAttributes("correlationId");
        appender.setOpenTelemetry(telemetry);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            appender.setContext(context);
            appender.start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
        }
        appender.stop();
    }
}
