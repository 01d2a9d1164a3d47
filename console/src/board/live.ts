import { useEffect, useRef, useState } from 'react';
import { streamAddress } from '../api/client';

export type LiveState = 'connecting' | 'live' | 'paused';

const REOPEN_MS = 5_000;
const GATHER_MS = 250;

/** Calls back, at most every quarter of a second, when the server's figures have changed. */
export function useLive(path: string, paused: boolean, onChange: () => void): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const callback = useRef(onChange);
  useEffect(() => {
    callback.current = onChange;
  }, [onChange]);

  useEffect(() => {
    if (paused) {
      return;
    }
    let source: EventSource | undefined;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        callback.current();
      }, GATHER_MS);
    };
    const open = () => {
      source = new EventSource(streamAddress(path));
      source.addEventListener('revision', changed);
      source.onopen = () => {
        setState('live');
        // what happened while nobody listened
        changed();
      };
      source.onerror = () => {
        setState('connecting');
        // a refused stream is not reopened by the browser
        if (source?.readyState === EventSource.CLOSED) {
          reopening = setTimeout(open, REOPEN_MS);
        }
      };
    };
    open();
    return () => {
      clearTimeout(reopening);
      clearTimeout(gathering);
      source?.close();
      setState('connecting');
    };
  }, [path, paused]);
  return paused ? 'paused' : state;
}
