import { createContext, useContext } from 'react';
import type { Me, Membership, Role } from '../api/types';

/** Who is at work here, and for which organization. */
export interface Acting {
  me: Me;
  organization: Membership;
  /** Who the person is in this organization. */
  userId: string;
  may: (...roles: Role[]) => boolean;
}

/** Those who may see figures about everybody's interviews. */
export const ANALYSTS: readonly Role[] = ['ADMIN', 'RECRUITER'];

const ActingContext = createContext<Acting | null>(null);

export const ActingProvider = ActingContext.Provider;

export function useActing(): Acting {
  const acting = useContext(ActingContext);
  if (acting === null) {
    throw new Error('only inside the signed-in part of the console');
  }
  return acting;
}

const CHOICE = 'parley.organization';

/** The organization of this tab: the one chosen in it, else the first. */
export function chosenMembership(me: Me): Membership | undefined {
  const chosen = sessionStorage.getItem(CHOICE);
  return me.organizations.find((one) => one.id === chosen) ?? me.organizations[0];
}

export function choose(organizationId: string): void {
  sessionStorage.setItem(CHOICE, organizationId);
}
