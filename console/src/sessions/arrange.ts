import { get, Sender } from '../api/client';
import type { Application, Candidate, PanelMember, Page } from '../api/types';

/** What the planning form asks for. */
export interface InterviewRequest {
  candidate: { name: string; email: string };
  position: { id: string } | { title: string; timeZone: string };
  kit: { id: string; version: number };
  panel: PanelMember[];
  scheduledFor: Date;
  timeZone: string;
}

export type Step = 'candidate' | 'position' | 'application' | 'session';

/**
 * Plans one interview in four commands. What succeeded is not repeated: after a failure in the middle, the next attempt goes
 * on where the last one stopped, and does again only what the user changed.
 */
export class Arrangement {
  private readonly done = new Map<string, string>();
  private readonly made = new Set<string>();

  constructor(
    private readonly onStep: (step: Step) => void = () => undefined,
    private readonly sender = new Sender(),
  ) {}

  /** Returns the id of the session. */
  async schedule(request: InterviewRequest): Promise<string> {
    const candidateId = await this.once('candidate', request.candidate, () => this.candidate(request.candidate));
    const positionId = await this.once('position', request.position, () => this.position(request.position));
    const application = { candidateId, positionId };
    const applicationId = await this.once('application', application, () => this.application(application));
    const session = {
      applicationId,
      kitId: request.kit.id,
      kitVersion: request.kit.version,
      panel: request.panel,
      scheduledFor: request.scheduledFor.toISOString(),
      timeZone: request.timeZone,
    };
    return this.once('session', session, () => this.create('/sessions', session));
  }

  private async candidate(candidate: { name: string; email: string }): Promise<string> {
    const known = await get<Page<Candidate>>('/candidates', { email: candidate.email });
    return known.items[0]?.id ?? this.create('/candidates', candidate);
  }

  private async position(position: InterviewRequest['position']): Promise<string> {
    return 'id' in position ? position.id : this.create('/positions', position);
  }

  /** The open application of a known candidate for a known position, else a new one. */
  private async application(wanted: { candidateId: string; positionId: string }): Promise<string> {
    const fresh = this.made.has(wanted.candidateId) || this.made.has(wanted.positionId);
    const open = fresh ? undefined : await this.openApplication(wanted);
    return open?.id ?? this.create('/applications', wanted);
  }

  private async openApplication({ candidateId, positionId }: { candidateId: string; positionId: string }) {
    let cursor: string | undefined;
    do {
      const query = { position: positionId, limit: 100, cursor };
      const page: Page<Application> = await get<Page<Application>>('/applications', query);
      const found = page.items.find((one) => one.candidateId === candidateId && !one.outcome);
      if (found) {
        return found;
      }
      cursor = page.next;
    } while (cursor !== undefined);
    return undefined;
  }

  private async create(path: string, body: unknown): Promise<string> {
    const { id } = await this.sender.send({ method: 'POST', path, body });
    this.made.add(id);
    return id;
  }

  private async once(step: Step, input: unknown, run: () => Promise<string>): Promise<string> {
    const key = step + JSON.stringify(input);
    const before = this.done.get(key);
    if (before !== undefined) {
      return before;
    }
    this.onStep(step);
    const id = await run();
    this.done.set(key, id);
    return id;
  }
}
