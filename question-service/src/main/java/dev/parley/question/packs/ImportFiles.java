package dev.parley.question.packs;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import dev.parley.contracts.id.OrganizationId;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Uploaded files until their import ends, in slices that fit a document; what nobody claims expires. */
@Component
class ImportFiles {

    private static final int SLICE = 4 * 1024 * 1024;
    private static final Duration KEPT = Duration.ofDays(7);

    private final MongoCollection<Document> slices;
    private final Clock clock;

    ImportFiles(MongoTemplate mongo, Clock clock) {
        this.slices = mongo.getCollection("import-files");
        this.clock = clock;
        slices.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        slices.createIndex(Indexes.ascending("organizationId", "file", "slice"));
    }

    /** Stores the file; storing it again under the same name changes nothing. */
    void put(OrganizationId organization, String file, byte[] bytes) {
        for (int slice = 0; slice * (long) SLICE < bytes.length; slice++) {
            int from = slice * SLICE;
            byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SLICE));
            Document document = new Document("_id", file + "/" + slice)
                    .append("organizationId", organization.value())
                    .append("file", file)
                    .append("slice", slice)
                    .append("bytes", new Binary(part))
                    .append("expiresAt", clock.instant().plus(KEPT));
            slices.replaceOne(
                    Filters.and(
                            Filters.eq("_id", file + "/" + slice), Filters.eq("organizationId", organization.value())),
                    document,
                    new ReplaceOptions().upsert(true));
        }
    }

    byte[] get(OrganizationId organization, String file) {
        var bytes = new ByteArrayOutputStream();
        slices.find(of(organization, file))
                .sort(Sorts.ascending("slice"))
                .forEach(slice ->
                        bytes.writeBytes(slice.get("bytes", Binary.class).getData()));
        return bytes.toByteArray();
    }

    void remove(OrganizationId organization, String file) {
        slices.deleteMany(of(organization, file));
    }

    private static Bson of(OrganizationId organization, String file) {
        return Filters.and(Filters.eq("organizationId", organization.value()), Filters.eq("file", file));
    }
}
