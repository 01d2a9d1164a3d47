import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { actFor } from '../api/client';
import { meQuery, setUpQuery } from '../api/queries';
import type { Me, Membership } from '../api/types';
import { Loading } from '../ui/bits';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { AccountMenu } from './AccountMenu';
import { ActingProvider, ANALYSTS, choose, chosenMembership } from './membership';

/** Everything behind the sign-in: decides who is acting, then shows the page. */
export function Shell() {
  const { data: me, error, isPending } = useQuery(meQuery);
  if (isPending) {
    return <Loading rows={6} />;
  }
  if (error) {
    return <Unavailable error={error} />;
  }
  return me ? <SignedIn me={me} /> : <Outside />;
}

function SignedIn({ me }: { me: Me }) {
  const [organization, setOrganization] = useState(() => chosenMembership(me));
  const queries = useQueryClient();
  // before the first request of any page below
  actFor(organization?.id);

  const acting = useMemo(
    () =>
      organization && {
        me,
        organization,
        userId: organization.userId,
        may: (...roles: string[]) => organization.roles.some((role) => roles.includes(role)),
      },
    [me, organization],
  );
  const change = (chosen: Membership) => {
    choose(chosen.id);
    actFor(chosen.id);
    setOrganization(chosen);
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
  };

  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="topbar">
        <Link to="/" className="brand">
          <img src="/favicon.svg" alt="" width="26" height="26" />
          Parley
        </Link>
        {acting && (
          <nav aria-label="Main">
            <Link to="/sessions">Sessions</Link>
            <Link to="/kits">Kits</Link>
            {acting.may(...ANALYSTS) && <Link to="/board">Board</Link>}
          </nav>
        )}
        <AccountMenu me={me} organization={organization} onOrganization={change} />
      </header>
      <main id="main" key={organization?.id}>
        {acting ? (
          <ActingProvider value={acting}>
            <Outlet />
          </ActingProvider>
        ) : (
          <Page title="No organization" narrow>
            <p>
              You are signed in as {me.displayName}, who belongs to no organization. Operators run the installation through the
              API and the command line; there is nothing for them on these pages yet.
            </p>
          </Page>
        )}
      </main>
    </>
  );
}

/** Leads to the sign-in, or to the set-up of a new installation; once, with the address the person came for. */
function Outside() {
  const router = useRouter();
  const { data, error } = useQuery(setUpQuery);
  useEffect(() => {
    if (data === undefined) {
      return;
    }
    const wanted = router.latestLocation.href;
    void (data.open
      ? router.navigate({ to: '/set-up', replace: true })
      : router.navigate({ to: '/sign-in', search: wanted === '/' ? {} : { next: wanted }, replace: true }));
  }, [data, router]);
  return error ? <Unavailable error={error} /> : <Loading rows={6} />;
}

function Unavailable({ error }: { error: unknown }) {
  return (
    <main>
      <Page title="Parley" narrow>
        <Problems error={error} />
      </Page>
    </main>
  );
}
