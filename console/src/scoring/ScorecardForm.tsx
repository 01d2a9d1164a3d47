import { useState, useSyncExternalStore } from 'react';
import type { Recommendation, Scorecard, Session } from '../api/types';
import { draftOf, ratingChange, recommendationChange, unrated, type Entry } from './draft';
import { ItemCard } from './ItemCard';
import type { Outbox } from './outbox';
import { Recommend } from './Recommend';
import { SaveState } from './SaveState';
import { Submit } from './Submit';

const TYPING_PAUSE_MS = 700;

interface Props {
  session: Session;
  card: Scorecard;
  outbox: Outbox;
  onSubmitted: () => void;
}

export function ScorecardForm({ session, card, outbox, onSubmitted }: Props) {
  const [draft, setDraft] = useState(() => draftOf(card, outbox.pending()));
  const saving = useSyncExternalStore(outbox.subscribe, outbox.getSnapshot);
  const total = session.plan.sections.reduce((sum, section) => sum + section.items.length, 0);
  const missing = unrated(session.plan, draft);

  const change = (itemId: string, entry: Entry, delayMs: number) => {
    setDraft((before) => ({ ...before, entries: { ...before.entries, [itemId]: entry } }));
    outbox.put(ratingChange(session.id, itemId, entry), delayMs);
  };
  const recommend = (recommendation: Recommendation) => {
    setDraft((before) => ({ ...before, recommendation }));
    outbox.put(recommendationChange(session.id, recommendation));
  };
  const skipMissing = () => {
    for (const { itemId } of missing) {
      change(itemId, { evidence: draft.entries[itemId]?.evidence ?? '', rating: null }, 0);
    }
  };

  return (
    <section aria-label="Your scorecard" className="scorecard">
      <h2>Your scorecard</h2>
      <p className="hint">
        Only you see it until the whole panel has submitted. With the focus on a rating, the keys 1 to 5 rate, and 0 means not
        asked.
      </p>
      {session.plan.sections.map((section) => (
        <section key={section.name} aria-label={section.name}>
          <h3 className="section-name">{section.name}</h3>
          {section.items.map((item) => (
            <ItemCard
              key={item.itemId}
              item={item}
              entry={draft.entries[item.itemId]}
              refusal={saving.refusals.find((refusal) => refusal.change.field === item.itemId)}
              onRate={(rating) => {
                change(item.itemId, { evidence: draft.entries[item.itemId]?.evidence ?? '', rating }, 0);
              }}
              onNote={(evidence) => {
                change(item.itemId, { ...draft.entries[item.itemId], evidence }, TYPING_PAUSE_MS);
              }}
              onLeave={outbox.wakeNow}
            />
          ))}
        </section>
      ))}
      <Recommend
        chosen={draft.recommendation}
        refusal={saving.refusals.find((refusal) => refusal.change.field === 'recommendation')}
        onChoose={recommend}
      />
      <Submit
        sessionId={session.id}
        missing={missing}
        recommended={draft.recommendation !== undefined}
        saving={saving}
        onSkipMissing={skipMissing}
        onSubmitted={onSubmitted}
      />
      <SaveState saving={saving} rated={total - missing.length} total={total} />
    </section>
  );
}
