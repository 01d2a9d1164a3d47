import { useId } from 'react';
import type { PanelMember, User } from '../api/types';

interface Props {
  users: User[];
  panel: PanelMember[];
  onPanel: (panel: PanelMember[]) => void;
  minimum: number;
  error: string | undefined;
}

/** Chooses who interviews; exactly one of them leads, the first chosen unless another is named. */
export function PanelPicker({ users, panel, onPanel, minimum, error }: Props) {
  const id = useId();
  const people = users.filter((user) => user.active !== false && user.roles.includes('INTERVIEWER'));
  const member = (userId: string) => panel.find((one) => one.userId === userId);
  const toggle = (userId: string) => {
    const others = panel.filter((one) => one.userId !== userId);
    const next = member(userId) ? others : [...panel, { userId, lead: false }];
    onPanel(next.map((one, index) => ({ ...one, lead: next.some((any) => any.lead) ? one.lead : index === 0 })));
  };
  const lead = (userId: string) => {
    onPanel(panel.map((one) => ({ ...one, lead: one.userId === userId })));
  };
  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`} aria-describedby={error ? `${id}-error` : undefined}>
      <span className="label" id={`${id}-label`}>
        Panel
      </span>
      {minimum > 1 && <p className="hint">This kit asks for at least {minimum} people.</p>}
      {people.length === 0 && <p className="hint">Nobody has the role of an interviewer yet.</p>}
      <ul className="picker">
        {people.map((user) => (
          <li key={user.id}>
            <label className="check">
              <input
                type="checkbox"
                checked={member(user.id) !== undefined}
                onChange={() => {
                  toggle(user.id);
                }}
              />
              {user.displayName}
            </label>
            {member(user.id) && (
              <label className="check">
                <input
                  type="radio"
                  name={`${id}-lead`}
                  checked={member(user.id)?.lead ?? false}
                  onChange={() => {
                    lead(user.id);
                  }}
                />
                leads<span className="visually-hidden">: {user.displayName}</span>
              </label>
            )}
          </li>
        ))}
      </ul>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
