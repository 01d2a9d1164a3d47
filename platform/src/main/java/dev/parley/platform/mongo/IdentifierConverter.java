package dev.parley.platform.mongo;

import dev.parley.contracts.id.Identifier;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** Stores every kind of id as plain text. */
final class IdentifierConverter implements GenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        Set<ConvertiblePair> pairs = new HashSet<>();
        Arrays.stream(Identifier.class.getPermittedSubclasses()).forEach(type -> {
            pairs.add(new ConvertiblePair(type, String.class));
            pairs.add(new ConvertiblePair(String.class, type));
        });
        return pairs;
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        return switch (source) {
            case null -> null;
            case Identifier id -> id.value();
            default -> BeanUtils.instantiateClass(constructor(to.getType()), source);
        };
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            return type.getConstructor(String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is no id record", e);
        }
    }
}
