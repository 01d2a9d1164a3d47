import type { ItemRating, Plan, PlanItem, RevealedCard } from '../api/types';

/** One question with what each interviewer gave, in the order of the cards. */
export interface Row {
  item: PlanItem;
  section: string;
  cells: (ItemRating | undefined)[];
  /** Highest minus lowest rating; undefined with fewer than two ratings. */
  spread: number | undefined;
}

/** The cards side by side, what the panel disagrees on most first; otherwise in the order of the plan. */
export function compare(plan: Plan, cards: readonly RevealedCard[]): Row[] {
  const rows = plan.sections.flatMap((section) =>
    section.items.map((item) => {
      const cells = cards.map((card) => card.ratings.find((rating) => rating.itemId === item.itemId));
      return { item, section: section.name, cells, spread: spreadOf(cells) };
    }),
  );
  return rows.sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1));
}

function spreadOf(cells: (ItemRating | undefined)[]): number | undefined {
  const ratings = cells.map((cell) => cell?.rating).filter((rating) => rating !== undefined && rating !== null);
  return ratings.length < 2 ? undefined : Math.max(...ratings) - Math.min(...ratings);
}
