import type { Session, SessionState } from '../api/types';

export const SESSION_STATES: readonly SessionState[] = [
  'SCHEDULED',
  'IN_PROGRESS',
  'PAUSED',
  'COMPLETED',
  'DECIDED',
  'CANCELLED',
  'NO_SHOW',
];

export type Step = 'start' | 'pause' | 'resume' | 'complete' | 'cancel' | 'no-show';

const STEPS: Record<SessionState, readonly Step[]> = {
  SCHEDULED: ['start', 'no-show', 'cancel'],
  IN_PROGRESS: ['complete', 'pause', 'cancel'],
  PAUSED: ['resume', 'complete', 'cancel'],
  COMPLETED: [],
  DECIDED: [],
  CANCELLED: [],
  NO_SHOW: [],
};

/** What can happen next to a session in this state. */
export function stepsFrom(state: SessionState): readonly Step[] {
  return STEPS[state] ?? [];
}

/** Whether ratings can be entered now. */
export function rateable(session: Session): boolean {
  return session.state === 'IN_PROGRESS' || session.state === 'PAUSED' || session.state === 'COMPLETED';
}
