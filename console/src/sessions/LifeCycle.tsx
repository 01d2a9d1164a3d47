import { useState } from 'react';
import type { Session } from '../api/types';
import { useCommand } from '../api/useCommand';
import { useActing } from '../shell/membership';
import { ConfirmButton } from '../ui/bits';
import { Problems } from '../ui/Problems';
import { stepsFrom, type Step } from './states';

const LABELS: Record<Step, string> = {
  start: 'Start the interview',
  pause: 'Pause',
  resume: 'Resume',
  complete: 'Complete',
  cancel: 'Cancel',
  'no-show': 'Candidate did not come',
};

interface Props {
  session: Session;
  onChanged: () => void;
}

/** What can be done with the session now, by those who may. */
export function LifeCycle({ session, onChanged }: Props) {
  const { userId, may } = useActing();
  const command = useCommand(onChanged);
  const planner = may('ADMIN', 'RECRUITER');
  const involved = planner || session.panel.some((member) => member.userId === userId);
  const steps = stepsFrom(session.state).filter((step) => planner || step !== 'cancel');
  if (steps.length === 0 || !involved) {
    return null;
  }
  const take = (step: Step, body: object = {}) => {
    command.mutate({ method: 'POST', path: `/sessions/${session.id}/${step}`, body, ifMatch: session.version });
  };
  return (
    <section className="life-cycle" aria-label="Life cycle">
      <div className="actions">
        {steps.map((step, index) => (
          <StepButton key={step} step={step} main={index === 0} disabled={command.isPending} onTake={take} />
        ))}
      </div>
      <Problems
        error={command.error}
        onReload={() => {
          command.reset();
          onChanged();
        }}
      />
    </section>
  );
}

interface StepProps {
  step: Step;
  main: boolean;
  disabled: boolean;
  onTake: (step: Step, body?: object) => void;
}

function StepButton({ step, main, disabled, onTake }: StepProps) {
  switch (step) {
    case 'complete':
      return (
        <ConfirmButton
          label={LABELS[step]}
          question="The panel becomes final, and nobody can go back to asking."
          confirm="Complete the interview"
          disabled={disabled}
          onConfirm={() => {
            onTake(step);
          }}
        />
      );
    case 'no-show':
      return (
        <ConfirmButton
          label={LABELS[step]}
          question="This ends the session."
          confirm="Record a no-show"
          disabled={disabled}
          onConfirm={() => {
            onTake(step);
          }}
        />
      );
    case 'cancel':
      return <CancelButton disabled={disabled} onTake={onTake} />;
    default:
      return (
        <button
          type="button"
          className={main ? 'primary' : ''}
          disabled={disabled}
          onClick={() => {
            onTake(step);
          }}
        >
          {LABELS[step]}
        </button>
      );
  }
}

function CancelButton({ disabled, onTake }: Pick<StepProps, 'disabled' | 'onTake'>) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!asking) {
    return (
      <button
        type="button"
        disabled={disabled}
        onClick={() => {
          setAsking(true);
        }}
      >
        Cancel…
      </button>
    );
  }
  return (
    <form
      className="confirm"
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(false);
        onTake('cancel', { reason: reason.trim() });
      }}
    >
      <label>
        Reason{' '}
        <input
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </label>
      <button type="submit" className="primary">
        Cancel the interview
      </button>
      <button
        type="button"
        onClick={() => {
          setAsking(false);
        }}
      >
        Keep it
      </button>
    </form>
  );
}
