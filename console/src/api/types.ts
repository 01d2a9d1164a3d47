/** Answer to a command. */
export interface Receipt {
  id: string;
  version: number;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export type Role = 'ADMIN' | 'RECRUITER' | 'INTERVIEWER' | 'OPERATOR';

export interface Membership {
  id: string;
  name: string;
  /** Who the person is in this organization; elsewhere they have another id. */
  userId: string;
  roles: Role[];
}

export interface Me {
  displayName: string;
  organizations: Membership[];
}

export interface User {
  id: string;
  displayName: string;
  roles: Role[];
  active?: boolean;
}

export interface PlanItem {
  itemId: string;
  questionId: string;
  revision: number;
  title: string;
  prompt: string;
  followUps?: string[];
  competency: string;
  level: string;
  weight: number;
  minutes: number;
  anchors: string[];
}

export interface PlanSection {
  name: string;
  items: PlanItem[];
}

/** One published kit version, word for word. */
export interface Plan {
  kitId: string;
  version: number;
  name: string;
  minimumPanel: number;
  minutes: number;
  sections: PlanSection[];
}

export interface KitSummary {
  id: string;
  version: number;
  name: string;
  description?: string;
  state: string;
  /** The kit version offered for new sessions; 0 before the first. */
  publishedVersion: number;
  minutes: number;
  minimumPanel: number;
  questions: number;
}

export interface KitVersion {
  number: number;
  description?: string;
  instructions?: string;
  plan: Plan;
}

export type SessionState = 'SCHEDULED' | 'IN_PROGRESS' | 'PAUSED' | 'COMPLETED' | 'DECIDED' | 'CANCELLED' | 'NO_SHOW';

export interface PanelMember {
  userId: string;
  lead: boolean;
}

export interface SessionSummary {
  id: string;
  version: number;
  state: SessionState;
  applicationId: string;
  candidateId: string;
  positionId: string;
  /** Absent once the candidate was erased. */
  candidateName?: string | null;
  positionTitle?: string | null;
  kit: { id: string; version: number; name: string; minutes: number };
  panel: PanelMember[];
  scheduledFor: string;
  timeZone: string;
  startedAt?: string | null;
  endedAt?: string | null;
}

export interface Session extends SessionSummary {
  plan: Plan;
}

export interface Candidate {
  id: string;
  version: number;
  name: string;
  email: string;
}

export interface Position {
  id: string;
  version: number;
  title: string;
  timeZone: string;
  state?: string;
}

export interface Application {
  id: string;
  candidateId: string;
  positionId: string;
  outcome?: string | null;
}

export type Rating = 1 | 2 | 3 | 4 | 5;

/** An answer to one question; without a rating it says "not asked, or cannot be rated". */
export interface ItemRating {
  itemId: string;
  rating?: Rating | null;
  evidence?: string | null;
}

export type Recommendation = 'DEFINITELY_NO' | 'NO' | 'YES' | 'STRONG_YES' | 'NO_DECISION';

export interface Scorecard {
  version: number;
  state: 'DRAFT' | 'SUBMITTED';
  ratings: ItemRating[];
  recommendation?: Recommendation | null;
  submittedAt?: string | null;
}

export type Outcome = 'ADVANCE' | 'HOLD' | 'REJECT';

export interface RevealedCard {
  interviewerId: string;
  recommendation: Recommendation;
  ratings: ItemRating[];
  submittedAt: string;
}

export interface Decision {
  number: number;
  outcome: Outcome;
  rationale?: string | null;
  decidedBy: string;
  decidedAt: string;
}

export interface Evaluation {
  id: string;
  version: number;
  state: 'OPEN' | 'FROZEN' | 'REVEALED' | 'DECIDED' | 'CLOSED';
  panel: { interviewerId: string; submitted: boolean; submittedAt?: string | null; excused: boolean }[];
  cards?: RevealedCard[];
  /** Raw weighted score in thousandths of a rating point. */
  scoreMilli?: number | null;
  decisions?: Decision[];
}

export interface FunnelStage {
  stage: string;
  count: number;
}

export interface DayCount {
  day: string;
  kitId: string;
  scheduled: number;
  completed: number;
  decided: number;
}

export interface ScoreCount {
  kitId: string;
  /** Lower bound of the bucket in thousandths of a rating point. */
  bucket: number;
  count: number;
}

export interface TimeToDecision {
  count: number;
  medianMinutes?: number | null;
  p90Minutes?: number | null;
  buckets: { upToMinutes?: number | null; count: number }[];
}

export interface Overview {
  asOf?: string;
  funnel: FunnelStage[];
  sessionsPerDay: DayCount[];
  scores: ScoreCount[];
  timeToDecision: TimeToDecision;
}
