package dev.parley.platform.aggregate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.parley.contracts.id.OrganizationId;
import dev.parley.platform.web.Page;
import dev.parley.platform.web.PageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads one organization's documents of one type. */
final class AggregateReader<S> {

    private final StateMapper<S> mapper;
    private final MongoCollection<Document> collection;

    AggregateReader(StateMapper<S> mapper, MongoCollection<Document> collection) {
        this.mapper = mapper;
        this.collection = collection;
    }

    /** The document as it is, even one that has only followed events. */
    @Nullable
    Document load(OrganizationId organization, String id) {
        return collection.find(of(organization, Filters.eq("_id", id))).first();
    }

    /** The same for several, as far as they are there and belong to one of these organizations. */
    Map<String, Document> loadAll(List<OrganizationId> organizations, List<String> ids) {
        Map<String, Document> found = new HashMap<>();
        Bson theirs = Filters.in(
                "organizationId",
                organizations.stream().map(OrganizationId::value).toList());
        if (!ids.isEmpty()) {
            collection
                    .find(Filters.and(theirs, Filters.in("_id", ids)))
                    .forEach(one -> found.put(one.getString("_id"), one));
        }
        return found;
    }

    Map<String, Aggregate<S>> findAll(OrganizationId organization, Set<String> ids) {
        Map<String, Aggregate<S>> found = new HashMap<>();
        if (!ids.isEmpty()) {
            collection
                    .find(of(organization, Filters.and(Filters.in("_id", ids), StateMapper.WITH_STATE)))
                    .map(mapper::read)
                    .forEach(one -> found.put(one.id(), one));
        }
        return found;
    }

    Page<Aggregate<S>> list(OrganizationId organization, PageRequest request, List<Bson> filters) {
        ListOrder<S> order = mapper.type().order();
        List<Bson> all = new ArrayList<>(filters);
        all.add(StateMapper.WITH_STATE);
        all.add(request.after(order.field()));
        List<Aggregate<S>> found = collection
                .find(of(organization, Filters.and(all)))
                .sort(Sorts.descending(order.field(), "_id"))
                .limit(request.limit() + 1)
                .map(mapper::read)
                .into(new ArrayList<>());
        return Page.of(found, request.limit(), order::cursorBehind);
    }

    private static Bson of(OrganizationId organization, Bson filter) {
        return Filters.and(Filters.eq("organizationId", organization.value()), filter);
    }
}
