import { useState, type ReactNode } from 'react';
import { words } from './format';

/** A state in words; the colour only repeats what they say. */
export function Badge({ state, tone = state }: { state: string; tone?: string }) {
  return (
    <span className="badge" data-tone={tone.toLowerCase()}>
      {words(state)}
    </span>
  );
}

export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Holds the place of what is being loaded. */
export function Loading({ rows = 3 }: { rows?: number }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">Loading</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="bone" />
      ))}
    </div>
  );
}

interface ConfirmProps {
  label: string;
  question: string;
  confirm: string;
  disabled?: boolean;
  onConfirm: () => void;
}

/** For what cannot be undone: asks once more, in place. */
export function ConfirmButton({ label, question, confirm, disabled, onConfirm }: ConfirmProps) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button
        type="button"
        disabled={disabled}
        onClick={() => {
          setAsking(true);
        }}
      >
        {label}
      </button>
    );
  }
  return (
    <span className="confirm" role="group" aria-label={question}>
      <span>{question}</span>
      <button
        type="button"
        className="primary"
        disabled={disabled}
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {confirm}
      </button>
      <button
        type="button"
        onClick={() => {
          setAsking(false);
        }}
      >
        Not now
      </button>
    </span>
  );
}
