import { useNames } from '../api/queries';
import type { Evaluation, ItemRating, RevealedCard, Session } from '../api/types';
import { plural, words } from '../ui/format';
import { compare, type Row } from './compare';
import { Decisions } from './Decisions';

interface Props {
  session: Session;
  evaluation: Evaluation;
  onChanged: () => void;
}

/** After the reveal: the score, everybody's ratings side by side, and what was decided. */
export function Result({ session, evaluation, onChanged }: Props) {
  const nameOf = useNames();
  const cards = evaluation.cards ?? [];
  const rows = compare(session.plan, cards);
  return (
    <>
      <Summary evaluation={evaluation} cards={cards} nameOf={nameOf} />
      <Decisions evaluation={evaluation} onChanged={onChanged} />
      <section aria-label="Ratings side by side">
        <h2>Side by side</h2>
        <p className="hint">Where the panel disagrees most comes first: talk about these.</p>
        <table className="compare" role="table">
          <caption className="visually-hidden">Ratings by question and interviewer, largest disagreement first</caption>
          <thead>
            <tr role="row">
              <th scope="col">Question</th>
              <th scope="col">Spread</th>
              {cards.map((card) => (
                <th key={card.interviewerId} scope="col">
                  {nameOf(card.interviewerId)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ComparedRow key={row.item.itemId} row={row} cards={cards} nameOf={nameOf} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

type NameOf = (userId: string) => string;

function Summary({ evaluation, cards, nameOf }: { evaluation: Evaluation; cards: RevealedCard[]; nameOf: NameOf }) {
  const ratings = cards.flatMap((card) => card.ratings).filter((rating) => typeof rating.rating === 'number').length;
  const score = evaluation.scoreMilli;
  return (
    <section className="panel summary" aria-label="Result">
      <div className="score">
        <h2>Raw weighted score</h2>
        <p className="big">
          {typeof score === 'number' ? (score / 1000).toFixed(2) : '—'} <small>of 5</small>
        </p>
        <p className="hint">
          n = {plural(ratings, 'rating')} by {plural(cards.length, 'interviewer')}
        </p>
      </div>
      <div>
        <h2>Recommendations</h2>
        <ul className="recommendations">
          {cards.map((card) => (
            <li key={card.interviewerId}>
              <span>{nameOf(card.interviewerId)}</span>
              <span className="badge" data-tone={card.recommendation.toLowerCase()}>
                {words(card.recommendation)}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function ComparedRow({ row, cards, nameOf }: { row: Row; cards: RevealedCard[]; nameOf: NameOf }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {row.item.title}
        <span className="muted block">
          {row.section} · weight {row.item.weight}
        </span>
      </th>
      <td role="cell" className="spread" data-spread={row.spread ?? 'none'}>
        <span className="cell-name">Spread </span>
        {row.spread ?? '—'}
      </td>
      {cards.map((card, index) => (
        <td key={card.interviewerId} role="cell">
          <span className="cell-name">{nameOf(card.interviewerId)} </span>
          <Cell given={row.cells[index]} anchors={row.item.anchors} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ given, anchors }: { given: ItemRating | undefined; anchors: string[] }) {
  if (given?.rating === undefined || given.rating === null) {
    return <span className="muted">not asked</span>;
  }
  return (
    <>
      <b className="rating" data-rating={given.rating} title={anchors[given.rating - 1]}>
        {given.rating}
      </b>
      {given.evidence && <span className="evidence">{given.evidence}</span>}
    </>
  );
}
