import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Sender, type Command } from './client';
import type { Receipt } from './types';

/** Sends commands of one place on a page; repeating the same action after a lost answer repeats its idempotency key. */
export function useCommand(onDone: (receipt: Receipt) => void) {
  const [sender] = useState(() => new Sender());
  return useMutation({ mutationFn: (command: Command) => sender.send(command), onSuccess: onDone });
}
