import { useNames } from '../api/queries';
import type { Evaluation } from '../api/types';
import { formatInstant } from '../ui/format';

/** Who has submitted; never what. */
export function Waiting({ evaluation }: { evaluation: Evaluation }) {
  const nameOf = useNames();
  const owing = evaluation.panel.filter((member) => !member.excused);
  const done = owing.filter((member) => member.submitted).length;
  return (
    <section className="panel waiting" aria-label="Scorecards">
      <h2>
        {done} of {owing.length} scorecards submitted
      </h2>
      <ul>
        {evaluation.panel.map((member) => (
          <li key={member.interviewerId} data-done={member.submitted}>
            <span>{nameOf(member.interviewerId)}</span>
            <span className="muted">
              {member.submitted
                ? `submitted ${member.submittedAt ? formatInstant(member.submittedAt) : ''}`
                : member.excused
                  ? 'excused'
                  : 'not yet'}
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">
        {evaluation.state === 'OPEN'
          ? 'Ratings stay sealed until the interview is completed and everybody has submitted.'
          : 'Ratings stay sealed until everybody has submitted.'}
      </p>
    </section>
  );
}
