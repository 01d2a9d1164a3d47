package dev.parley.scoring.evaluations;

import dev.parley.contracts.DomainEvent;
import dev.parley.platform.aggregate.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Several decisions in one write; each is made on the state that those before it lead to. */
record Steps(Evaluation reached, List<DomainEvent> events, UnaryOperator<Evaluation> privately) {

    static Steps from(Evaluation state) {
        return new Steps(state, List.of(), UnaryOperator.identity());
    }

    Steps then(Function<Evaluation, Change<Evaluation>> decide) {
        Change<Evaluation> change = decide.apply(reached);
        Evaluation next = reached;
        for (DomainEvent event : change.events()) {
            next = Evaluation.evolve(next, event);
        }
        List<DomainEvent> all = new ArrayList<>(events);
        all.addAll(change.events());
        return new Steps(
                change.privately().apply(next), all, state -> change.privately().apply(privately.apply(state)));
    }

    /** The write that makes everything complete is the one that reveals. */
    Steps thenReveal() {
        return reached.isComplete() ? then(state -> Change.of(Reveal.of(state))) : this;
    }

    Change<Evaluation> toChange() {
        return new Change<>(events, privately);
    }
}
