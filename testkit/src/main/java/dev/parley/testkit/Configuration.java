package dev.parley.testkit;

import dev.parley.testkit.Setting.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlProcessor.MatchStatus;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service under test can be configured with: the values of its YAML files outside every profile, joined with
 * the names, types and texts that were generated from the properties records of everything on its class path.
 */
public final class Configuration {

    private static final String METADATA = "classpath*:META-INF/spring-configuration-metadata.json";

    private final SortedMap<String, JsonNode> known = new TreeMap<>();
    private final SortedMap<String, Setting> settings = new TreeMap<>();

    private Configuration() {
        try {
            for (Resource metadata : new PathMatchingResourcePatternResolver().getResources(METADATA)) {
                for (JsonNode property :
                        JsonMapper.shared().readTree(metadata.getInputStream()).path("properties")) {
                    known.put(property.path("name").asString(), property);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.keySet().stream().filter(name -> name.startsWith("parley.")).forEach(name -> add(name, null));
        values().forEach(this::add);
    }

    public static Configuration ofThisService() {
        return new Configuration();
    }

    /** Every variable a file names, with the settings it is part of. */
    SortedMap<String, List<Setting>> variables() {
        SortedMap<String, List<Setting>> byName = new TreeMap<>();
        settings.values()
                .forEach(setting -> setting.variables()
                        .forEach(name -> byName.merge(
                                name,
                                List.of(setting),
                                (a, b) -> Stream.concat(a.stream(), b.stream()).toList())));
        return byName;
    }

    /** Whether the service refuses to start without the variable: one place at least reads it without a default. */
    boolean isRequired(String variable) {
        return placeholders(variable).anyMatch(found -> found.fallback() == null);
    }

    @Nullable
    String defaultOf(String variable) {
        return placeholders(variable)
                .map(Variable::fallback)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Parley's own properties. */
    List<Setting> own() {
        return settings.values().stream()
                .filter(setting -> setting.property().startsWith("parley."))
                .toList();
    }

    String typeOf(String property) {
        String type = known.getOrDefault(property, JsonMapper.shared().missingNode())
                .path("type")
                .asString("");
        return type.replaceAll("[a-z]+\\.", "").replaceAll("\\w+\\$", "");
    }

    /** Whether setting the variable has any effect. */
    boolean isKnown(String variable) {
        return variables().containsKey(variable)
                || Stream.concat(known.keySet().stream(), settings.keySet().stream())
                        .anyMatch(property -> sets(variable, property));
    }

    private boolean sets(String variable, String property) {
        String direct = Setting.variableOf(property);
        // hyphens may also be written as underscores
        return variable.equals(direct)
                || variable.equals(Setting.variableOf(property.replace('-', '.')))
                || (typeOf(property).startsWith("Map<") && variable.startsWith(direct + "_"));
    }

    private Stream<Variable> placeholders(String variable) {
        return settings.values().stream()
                .map(Setting::value)
                .filter(Objects::nonNull)
                .flatMap(value -> Placeholders.in(value).stream())
                .filter(found -> found.name().equals(variable));
    }

    private void add(String property, @Nullable String value) {
        JsonNode metadata = known.getOrDefault(property, JsonMapper.shared().missingNode());
        String given = value != null ? value : metadata.path("defaultValue").asString(null);
        settings.put(
                property,
                new Setting(property, given, metadata.path("description").asString("")));
    }

    private static Map<String, String> values() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("platform.yml"), new ClassPathResource("application.yml"));
        yaml.setDocumentMatchers(document ->
                document.containsKey("spring.config.activate.on-profile") ? MatchStatus.NOT_FOUND : MatchStatus.FOUND);
        Map<String, String> values = new HashMap<>();
        Objects.requireNonNull(yaml.getObject())
                .forEach((name, value) -> values.put(name.toString(), value.toString()));
        return values;
    }
}
