import { useState, type FormEvent } from 'react';
import { Problem } from '../api/problem';
import { useNames } from '../api/queries';
import type { Evaluation, Outcome } from '../api/types';
import { useCommand } from '../api/useCommand';
import { useActing } from '../shell/membership';
import { formatInstant, words } from '../ui/format';
import { Field } from '../ui/Field';
import { Problems } from '../ui/Problems';

const OUTCOMES: readonly Outcome[] = ['ADVANCE', 'HOLD', 'REJECT'];

interface Props {
  evaluation: Evaluation;
  onChanged: () => void;
}

/** What people decided, the latest in force; a change of mind is a further decision. */
export function Decisions({ evaluation, onChanged }: Props) {
  const { may } = useActing();
  const nameOf = useNames();
  const decisions = [...(evaluation.decisions ?? [])].sort((a, b) => b.number - a.number);
  const form = <DecisionForm evaluation={evaluation} onChanged={onChanged} />;
  return (
    <section className="panel" aria-label="Decision">
      <h2>Decision</h2>
      {decisions.length === 0 && <p className="muted">Nobody has decided yet.</p>}
      <ol className="decisions">
        {decisions.map((decision, index) => (
          <li key={decision.number} data-current={index === 0}>
            <span className="badge" data-tone={decision.outcome.toLowerCase()}>
              {words(decision.outcome)}
            </span>
            <span>
              {decision.rationale}
              <span className="muted block">
                {nameOf(decision.decidedBy)}, {formatInstant(decision.decidedAt)}
                {index > 0 && ' · replaced by the decision above'}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {may('ADMIN', 'RECRUITER') &&
        (decisions.length === 0 ? (
          form
        ) : (
          <details>
            <summary>Decide differently</summary>
            {form}
          </details>
        ))}
    </section>
  );
}

function DecisionForm({ evaluation, onChanged }: Props) {
  const [outcome, setOutcome] = useState<Outcome>();
  const [rationale, setRationale] = useState('');
  const command = useCommand(() => {
    setOutcome(undefined);
    setRationale('');
    onChanged();
  });
  const problem = command.error instanceof Problem ? command.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.mutate({
      method: 'POST',
      path: `/evaluations/${evaluation.id}/decisions`,
      body: { outcome, rationale: rationale.trim() },
      ifMatch: evaluation.version,
    });
  };
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend>Outcome</legend>
        <div className="choices">
          {OUTCOMES.map((one) => (
            <label key={one} className="check">
              <input
                type="radio"
                name="outcome"
                required
                checked={outcome === one}
                onChange={() => {
                  setOutcome(one);
                }}
              />
              {words(one)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field label="Rationale" hint="Why, in terms of the evidence." error={problem?.at('/rationale')}>
        {(slots) => (
          <textarea
            {...slots}
            rows={3}
            maxLength={4000}
            required
            value={rationale}
            onChange={(event) => {
              setRationale(event.target.value);
            }}
          />
        )}
      </Field>
      <Problems
        error={command.error}
        shown={['/rationale']}
        onReload={() => {
          command.reset();
          onChanged();
        }}
      />
      <button type="submit" className="primary" disabled={command.isPending}>
        {command.isPending ? 'Recording…' : 'Record the decision'}
      </button>
    </form>
  );
}
