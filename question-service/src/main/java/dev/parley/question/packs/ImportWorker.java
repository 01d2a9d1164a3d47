package dev.parley.question.packs;

import dev.parley.question.packs.ImportJob.LostLeaseException;
import dev.parley.question.packs.ImportJob.Status;
import dev.parley.question.packs.ImportJobs.Claim;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for imports that nobody works on, new ones and those of a crashed instance, and works one off at a time. */
@Component
class ImportWorker implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final int GRACE_SECONDS = 15;

    private final ImportJobs jobs;
    private final Importer importer;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("imports").factory());
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean stopping;

    ImportWorker(ImportJobs jobs, Importer importer) {
        this.jobs = jobs;
        this.importer = importer;
    }

    /** Never works on the scheduler's thread: other periodic work must not wait for an import. */
    @Scheduled(fixedDelayString = "${parley.imports.sweep-interval:1s}")
    void wake() {
        if (!stopping && awake.compareAndSet(false, true)) {
            thread.execute(this::workOff);
        }
    }

    private void workOff() {
        awake.set(false);
        try {
            for (Optional<Claim> claim = jobs.claim(); !stopping && claim.isPresent(); claim = jobs.claim()) {
                work(claim.get());
            }
        } catch (RuntimeException e) {
            LOG.warn("imports wait: {}", e.toString());
        }
    }

    private void work(Claim claim) {
        try (var _ = MDC.putCloseable("correlationId", claim.job().input().correlationId())) {
            Status status = importer.work(claim, () -> !stopping);
            LOG.info("import {} is {}", claim.jobId(), status);
        } catch (LostLeaseException e) {
            LOG.info("import {}: {}", claim.jobId(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("import {} stopped and will be taken up again when its lease ends", claim.jobId(), e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        thread.shutdown();
        if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }
}
