package dev.parley.session.history;

import com.mongodb.MongoException;
import dev.parley.platform.error.DomainException;
import dev.parley.platform.error.FieldError;
import dev.parley.session.history.HistoryImport.RowResult;
import dev.parley.session.history.HistoryImport.RowResult.Refused;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Brings the rows of one chunk in: those of one candidate in their order, those of different candidates at once. */
@Component
class ChunkImport {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkImport.class);

    private final RowReader reader;
    private final RowImport rowImport;

    ChunkImport(RowReader reader, RowImport rowImport) {
        this.reader = reader;
        this.rowImport = rowImport;
    }

    /** One result per row. */
    List<RowResult> bringIn(ImportRun run, List<String> texts) {
        List<RowReader.Read> rows = texts.stream().map(reader::read).toList();
        RowResult[] results = new RowResult[rows.size()];
        List<Callable<Object>> tasks = IntStream.range(0, rows.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> rows.get(i).candidate()))
                .values()
                .stream()
                .map(group -> Executors.callable(() -> group.forEach(i -> results[i] = take(run, rows.get(i)))))
                .toList();
        together(tasks);
        return List.of(results);
    }

    private static void together(List<Callable<Object>> tasks) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> task : executor.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            // the interrupted flag stays down: what remains to be done is to give the job back
            throw new IllegalStateException("rows could not be worked on and are tried again", e);
        }
    }

    private RowResult take(ImportRun run, RowReader.Read row) {
        try {
            return row.interview() == null ? new Refused(row.errors()) : rowImport.bringIn(run, row.interview());
        } catch (DataAccessException | MongoException | DomainException.Unavailable e) {
            throw e;
        } catch (DomainException.Invalid e) {
            return new Refused(e.errors());
        } catch (DomainException e) {
            return new Refused(List.of(new FieldError("", String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            LOG.error("a row of a history import cannot be taken", e);
            return new Refused(List.of(new FieldError("", "this row met a fault of ours; its cause is in the log")));
        }
    }
}
