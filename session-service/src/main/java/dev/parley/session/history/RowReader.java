package dev.parley.session.history;

import dev.parley.platform.error.FieldError;
import dev.parley.platform.web.JsonFaults;
import dev.parley.session.history.HistoryImport.RowResult;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads one row and checks each field by itself. */
@Component
class RowReader {

    private final JsonMapper json;
    private final Validator validator;

    RowReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    RowResult read(String text, Function<PastInterview, RowResult> use) {
        PastInterview row;
        try {
            row = json.readValue(text, PastInterview.class);
        } catch (JacksonException e) {
            return new RowResult.Refused(List.of(JsonFaults.explain(e)));
        }
        List<FieldError> errors = validator.validate(row).stream()
                .map(RowReader::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        return errors.isEmpty() ? use.apply(row) : new RowResult.Refused(errors);
    }

    private static FieldError error(ConstraintViolation<PastInterview> violation) {
        String path = violation.getPropertyPath().toString();
        String pointer = "/"
                + path.replace(".<list element>", "")
                        .replace("[", "/")
                        .replace("]", "")
                        .replace('.', '/');
        return new FieldError(pointer, violation.getMessage());
    }
}
