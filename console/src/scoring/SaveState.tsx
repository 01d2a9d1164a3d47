import { plural } from '../ui/format';
import type { OutboxState } from './outbox';

interface Props {
  saving: OutboxState;
  rated: number;
  total: number;
}

/** Always in sight: how far the card is, and whether the server has all of it. */
export function SaveState({ saving, rated, total }: Props) {
  const [tone, text] = describe(saving);
  return (
    <div className="save-state">
      <span>
        {rated} of {total} questions done
      </span>
      <progress value={rated} max={total} aria-label="Questions rated or marked as not asked" />
      <span role="status" data-tone={tone}>
        {text}
      </span>
    </div>
  );
}

export function describe({ waiting, incomplete, refusals, trouble }: OutboxState): [tone: string, text: string] {
  if (refusals.length > 0) {
    return ['bad', `${plural(refusals.length, 'change')} refused`];
  }
  if (trouble !== undefined) {
    return ['waiting', `${plural(waiting, 'change')} waiting; kept here, trying again`];
  }
  if (waiting > 0) {
    return ['waiting', 'Saving…'];
  }
  return incomplete > 0 ? ['waiting', `${plural(incomplete, 'note')} without a rating`] : ['good', 'All saved'];
}
