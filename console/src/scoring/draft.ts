import type { PlanItem, Plan, Rating, Recommendation, Scorecard } from '../api/types';
import type { Change } from './outbox';

/** One question on the scorecard: no rating given is not the same as null, "not asked". */
export interface Entry {
  rating?: Rating | null;
  evidence: string;
}

export interface Draft {
  entries: Readonly<Record<string, Entry>>;
  recommendation: Recommendation | undefined;
}

const RECOMMENDATION = 'recommendation';

/** The card as its author last left it: what the server has, and over it what is still on its way. */
export function draftOf(card: Scorecard, pending: readonly Change[]): Draft {
  const entries: Record<string, Entry> = {};
  for (const { itemId, rating, evidence } of card.ratings) {
    entries[itemId] = { rating: rating ?? null, evidence: evidence ?? '' };
  }
  let recommendation = card.recommendation ?? undefined;
  for (const { field, body } of pending) {
    if (field === RECOMMENDATION) {
      recommendation = body.recommendation as Recommendation;
    } else {
      entries[field] = { ...(body as { rating?: Rating | null }), evidence: String(body.evidence ?? '') };
    }
  }
  return { entries, recommendation };
}

/** The whole content of one question goes to the server; without a rating it cannot go yet. */
export function ratingChange(sessionId: string, itemId: string, entry: Entry): Omit<Change, 'stamp'> {
  const evidence = entry.evidence.trim();
  return {
    field: itemId,
    path: `/scorecards/${sessionId}/ratings/${itemId}`,
    body: {
      ...(entry.rating === undefined ? {} : { rating: entry.rating }),
      ...(evidence === '' ? {} : { evidence }),
    },
    ...(entry.rating === undefined ? { incomplete: true } : {}),
  };
}

export function recommendationChange(sessionId: string, recommendation: Recommendation): Omit<Change, 'stamp'> {
  return { field: RECOMMENDATION, path: `/scorecards/${sessionId}/recommendation`, body: { recommendation } };
}

/** Questions that were neither rated nor marked as not asked. */
export function unrated(plan: Plan, draft: Draft): PlanItem[] {
  return plan.sections.flatMap((section) => section.items).filter((item) => draft.entries[item.itemId]?.rating === undefined);
}
