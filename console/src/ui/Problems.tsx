import { Problem } from '../api/problem';
import { CopyButton } from './CopyButton';

interface Props {
  error: unknown;
  /** Brings in what changed in the meantime; offered when the server says the shown state is stale. */
  onReload?: (() => void) | undefined;
  /** Fields whose errors stand beside them and need not be repeated. */
  shown?: readonly string[];
}

/** Says in words what went wrong, and what can be done. */
export function Problems({ error, onReload, shown = [] }: Props) {
  if (error === null || error === undefined) {
    return null;
  }
  const problem = error instanceof Problem ? error : undefined;
  const stale = problem?.status === 412;
  const others = problem?.errors.filter((one) => !shown.includes(one.pointer)) ?? [];
  return (
    <div className="problem" role="alert">
      <strong>{stale ? 'Somebody changed this in the meantime' : (problem?.title ?? 'That did not work')}</strong>
      <p>{stale ? 'Nothing of yours was applied. Load the current state and try again.' : explain(error)}</p>
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li key={one.pointer + one.detail}>
              <code>{one.pointer}</code> {one.detail}
            </li>
          ))}
        </ul>
      )}
      <div className="actions">
        {stale && onReload && (
          <button type="button" className="primary" onClick={onReload}>
            Load the current state
          </button>
        )}
        {problem?.correlationId && (
          <span className="correlation">
            Correlation id <code>{problem.correlationId}</code> <CopyButton text={problem.correlationId} />
          </span>
        )}
      </div>
    </div>
  );
}

function explain(error: unknown): string {
  if (error instanceof Problem) {
    return error.detail === '' ? 'The server gave no details.' : error.detail;
  }
  return error instanceof Error ? error.message : String(error);
}
