/** One field of a request the server could not accept. */
export interface FieldError {
  pointer: string;
  detail: string;
}

interface ProblemDocument {
  type?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
  correlationId?: string;
}

/** The server answered, and the answer was no (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];

  constructor(
    readonly status: number,
    document: ProblemDocument,
    readonly correlationId: string | undefined,
    readonly retryAfterMs: number | undefined,
  ) {
    const title = document.title ?? fallbackTitle(status);
    super(document.detail ?? title);
    this.type = document.type ?? 'about:blank';
    this.title = title;
    this.detail = document.detail ?? '';
    this.errors = document.errors ?? [];
  }

  /** Whether the same request may succeed later, unchanged. */
  get passing(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408 || this.retryAfterMs !== undefined;
  }

  /** What the server says about the field at this JSON pointer, if anything. */
  at(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer)?.detail;
  }
}

/** No answer came: the server or the network is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(cause: unknown) {
    super('Parley cannot be reached. Check your connection; nothing you entered is lost.', { cause });
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const document = (await response.json().catch(() => ({}))) as ProblemDocument;
  const correlationId = document.correlationId ?? response.headers.get('X-Correlation-Id') ?? undefined;
  return new Problem(response.status, document, correlationId, retryAfter(response.headers.get('Retry-After')));
}

function retryAfter(header: string | null): number | undefined {
  if (header === null) {
    return undefined;
  }
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function fallbackTitle(status: number): string {
  switch (status) {
    case 401:
      return 'You are signed out';
    case 403:
      return 'You may not do this';
    case 404:
      return 'Not found';
    case 412:
      return 'Changed in the meantime';
    case 429:
      return 'Too many requests';
    default:
      return status >= 500 ? 'Something went wrong on the server' : 'The request was refused';
  }
}
