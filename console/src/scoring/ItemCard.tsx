import { useId, type KeyboardEvent } from 'react';
import type { PlanItem, Rating } from '../api/types';
import { FollowUps } from '../kits/PlanView';
import { Field } from '../ui/Field';
import { Problems } from '../ui/Problems';
import type { Entry } from './draft';
import type { Refusal } from './outbox';

const RATINGS: readonly Rating[] = [1, 2, 3, 4, 5];

interface Props {
  item: PlanItem;
  entry: Entry | undefined;
  refusal: Refusal | undefined;
  onRate: (rating: Rating | null) => void;
  onNote: (evidence: string) => void;
  onLeave: () => void;
}

/** One question with its anchors beside the ratings; none of them is chosen to begin with. */
export function ItemCard({ item, entry, refusal, onRate, onNote, onLeave }: Props) {
  const name = useId();
  const byKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const rating = RATINGS.find((one) => String(one) === event.key);
    if (rating !== undefined || event.key === '0') {
      event.preventDefault();
      onRate(rating ?? null);
      const options = event.currentTarget.closest('fieldset')?.querySelectorAll('input');
      options?.[rating === undefined ? RATINGS.length : rating - 1]?.focus();
    }
  };
  const option = (rating: Rating | null, label: string, anchor: string) => (
    <label key={label} className="option" data-chosen={entry?.rating === rating}>
      <input
        type="radio"
        name={name}
        checked={entry?.rating === rating}
        onChange={() => {
          onRate(rating);
        }}
        onKeyDown={byKey}
      />
      <b>{label}</b>
      <span>{anchor}</span>
    </label>
  );
  return (
    <article className="panel item" id={`item-${item.itemId}`} tabIndex={-1}>
      <h4 className="item-title">
        {item.title}{' '}
        <span className="muted aside">
          weight {item.weight} · {item.minutes} min
        </span>
      </h4>
      <p className="prompt">{item.prompt}</p>
      <FollowUps item={item} />
      <fieldset className="options">
        <legend className="visually-hidden">Rating: {item.title}</legend>
        {RATINGS.map((rating) => option(rating, String(rating), item.anchors[rating - 1] ?? ''))}
        {option(null, '—', 'Not asked, or cannot be rated')}
      </fieldset>
      <Field label="Evidence" hint="What the candidate said or did.">
        {(slots) => (
          <textarea
            {...slots}
            rows={2}
            maxLength={4000}
            value={entry?.evidence ?? ''}
            onChange={(event) => {
              onNote(event.target.value);
            }}
            onBlur={onLeave}
          />
        )}
      </Field>
      {entry?.evidence && entry.rating === undefined && (
        <p className="hint warn">Kept in this browser: a note goes to the server together with its rating.</p>
      )}
      {refusal && (
        <div className="refusal">
          <p>This was not saved:</p>
          <Problems error={refusal.problem} />
        </div>
      )}
    </article>
  );
}
