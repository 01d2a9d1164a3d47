import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { post } from '../api/client';
import type { Me, Membership } from '../api/types';
import { clearShelves, waitingOf } from '../scoring/shelf';
import { plural, words } from '../ui/format';
import { applyTheme, currentTheme, nextTheme, type Theme } from './theme';

const SIGNS: Record<Theme, string> = { auto: '◐', light: '☀', dark: '☾' };

interface Props {
  me: Me;
  organization: Membership | undefined;
  onOrganization: (chosen: Membership) => void;
}

export function AccountMenu({ me, organization, onOrganization }: Props) {
  const [theme, setTheme] = useState(currentTheme);
  const title = `Colours: ${words(theme)}`;
  const signOut = useSignOut(me);
  return (
    <div className="account">
      {me.organizations.length > 1 ? (
        <select
          aria-label="Organization"
          value={organization?.id}
          onChange={(event) => {
            const chosen = me.organizations.find((one) => one.id === event.target.value);
            if (chosen) {
              onOrganization(chosen);
            }
          }}
        >
          {me.organizations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      ) : (
        <span className="organization">{organization?.name}</span>
      )}
      <Link to="/account" className="person" title={organization?.roles.map(words).join(', ')}>
        {me.displayName}
      </Link>
      <button
        type="button"
        className="small"
        title={title}
        onClick={() => {
          const next = nextTheme(theme);
          applyTheme(next);
          setTheme(next);
        }}
      >
        <span aria-hidden="true">{SIGNS[theme]}</span>
        <span className="visually-hidden">{title}</span>
      </button>
      <button type="button" className="small" onClick={signOut}>
        Sign out
      </button>
    </div>
  );
}

function useSignOut(me: Me): () => void {
  const ids = me.organizations.map((one) => one.userId);
  return () => {
    const waiting = waitingOf(ids);
    const question = `${plural(waiting, 'change')} of your scorecard is not on the server yet and will be lost. Sign out?`;
    if (waiting > 0 && !window.confirm(question)) {
      return;
    }
    void post('/sign-out').then(
      () => {
        clearShelves(ids);
        // a new page: nothing of this person stays in memory
        window.location.assign('/sign-in');
      },
      (error: unknown) => {
        window.alert(error instanceof Error ? error.message : String(error));
      },
    );
  };
}
