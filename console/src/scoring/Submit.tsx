import { useQueryClient } from '@tanstack/react-query';
import type { PlanItem } from '../api/types';
import { useCommand } from '../api/useCommand';
import { ConfirmButton } from '../ui/bits';
import { plural } from '../ui/format';
import { Problems } from '../ui/Problems';
import type { OutboxState } from './outbox';

interface Props {
  sessionId: string;
  missing: PlanItem[];
  recommended: boolean;
  saving: OutboxState;
  onSkipMissing: () => void;
  onSubmitted: () => void;
}

/** Seals the card, once everything on it is said and saved. */
export function Submit({ sessionId, missing, recommended, saving, onSkipMissing, onSubmitted }: Props) {
  const queries = useQueryClient();
  const command = useCommand(() => {
    void queries.invalidateQueries({ queryKey: ['scorecard', sessionId] });
    onSubmitted();
  });
  const saved = saving.waiting === 0 && saving.refusals.length === 0;
  const ready = missing.length === 0 && recommended && saved;
  return (
    <div className="panel submit">
      {missing.length > 0 && (
        <>
          <p>{plural(missing.length, 'question has', 'questions have')} no rating:</p>
          <ul className="missing">
            {missing.map((item) => (
              <li key={item.itemId}>
                <a href={`#item-${item.itemId}`}>{item.title}</a>
              </li>
            ))}
          </ul>
          <p>
            <button type="button" onClick={onSkipMissing}>
              Mark {missing.length === 1 ? 'it' : `all ${missing.length}`} as not asked
            </button>
          </p>
        </>
      )}
      {!recommended && <p>Choose your recommendation.</p>}
      {!saved && missing.length === 0 && <p>Wait until everything is saved.</p>}
      <ConfirmButton
        label="Submit and seal"
        question="A sealed scorecard cannot be changed."
        confirm="Submit"
        disabled={!ready || command.isPending}
        onConfirm={() => {
          command.mutate({ method: 'POST', path: `/scorecards/${sessionId}/submission`, body: {} });
        }}
      />
      <Problems error={command.error} />
    </div>
  );
}
