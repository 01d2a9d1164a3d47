package dev.parley.session.history;

import dev.parley.platform.error.FieldError;
import dev.parley.platform.web.JsonFaults;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** A row, or what is wrong with it. */
    record Read(@Nullable PastInterview interview, List<FieldError> errors) {

        /** The same for rows of the same candidate. */
        String candidate() {
            return interview == null ? "" : interview.candidate().key();
        }
    }

    Read read(String text) {
        try {
            PastInterview row = json.readValue(text, PastInterview.class);
            List<FieldError> errors = row == null ? List.of(new FieldError("", "expected an object")) : check(row);
            return errors.isEmpty() ? new Read(row, errors) : new Read(null, errors);
        } catch (JacksonException e) {
            return new Read(null, List.of(JsonFaults.explain(e)));
        }
    }

    private List<FieldError> check(PastInterview row) {
        return validator.validate(row).stream()
                .map(RowReader::error)
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
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
