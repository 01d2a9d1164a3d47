import type { Plan, PlanItem } from '../api/types';
import { Badge } from '../ui/bits';

/** What will be asked, with what each rating looks like; no model answers. */
export function PlanView({ plan }: { plan: Plan }) {
  const total = plan.sections.flatMap((section) => section.items).reduce((sum, item) => sum + item.weight, 0);
  return (
    <>
      {plan.sections.map((section) => (
        <section key={section.name} className="plan-section">
          <h2>
            {section.name}
            <span className="muted"> · {section.items.reduce((sum, item) => sum + item.minutes, 0)} min</span>
          </h2>
          {section.items.map((item) => (
            <Question key={item.itemId} item={item} total={total} />
          ))}
        </section>
      ))}
    </>
  );
}

function Question({ item, total }: { item: PlanItem; total: number }) {
  return (
    <article className="panel question">
      <header>
        <h3>{item.title}</h3>
        <p className="facts">
          <Badge state={item.level} />
          <span>{item.competency.replaceAll('-', ' ')}</span>
          <span>{item.minutes} min</span>
          <span>
            weight {item.weight} ({Math.round((100 * item.weight) / total)}% of the score)
          </span>
        </p>
      </header>
      <p className="prompt">{item.prompt}</p>
      <FollowUps item={item} />
      <details>
        <summary>Anchors: what each rating looks like</summary>
        <ol className="anchors">
          {item.anchors.map((anchor, index) => (
            <li key={anchor} value={index + 1}>
              {anchor}
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}

export function FollowUps({ item }: { item: PlanItem }) {
  if (!item.followUps?.length) {
    return null;
  }
  return (
    <>
      <h4>Follow-ups</h4>
      <ul className="follow-ups">
        {item.followUps.map((followUp) => (
          <li key={followUp}>{followUp}</li>
        ))}
      </ul>
    </>
  );
}
