import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { post } from '../api/client';
import { Problem } from '../api/problem';
import { meQuery } from '../api/queries';
import { Loading } from '../ui/bits';
import { Brand } from '../ui/Brand';
import { Field } from '../ui/Field';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { secretOfLink } from './link';

/** The end of an invitation's link: joins as whoever is signed in, or as somebody new. */
export default function InvitationPage() {
  const { data: me, isPending } = useQuery(meQuery);
  const token = secretOfLink();
  const join = useMutation({
    mutationFn: (newcomer: { displayName?: string; password?: string }) =>
      post('/invitations/acceptance', { token, ...newcomer }),
    // a new page: who one is here has changed
    onSuccess: () => window.location.assign('/'),
  });
  if (isPending) {
    return <Loading />;
  }
  return (
    <main className="gate">
      <Brand />
      <Page title="You are invited" narrow>
        <div className="panel">
          <Problems error={join.error} shown={['/password', '/displayName']} />
          {me ? (
            <>
              <p>You are signed in as {me.displayName}.</p>
              <button type="button" className="primary" disabled={join.isPending} onClick={() => join.mutate({})}>
                Join
              </button>
            </>
          ) : (
            <Newcomer error={join.error} busy={join.isPending} onJoin={(one) => join.mutate(one)} />
          )}
        </div>
      </Page>
    </main>
  );
}

interface Props {
  error: unknown;
  busy: boolean;
  onJoin: (newcomer: { displayName: string; password: string }) => void;
}

function Newcomer({ error, busy, onJoin }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onJoin({ displayName: String(form.get('displayName') ?? ''), password: String(form.get('password') ?? '') });
  };
  return (
    <form onSubmit={submit}>
      <p className="hint">
        You have an account? <Link to="/sign-in">Sign in</Link> first, then open the link again.
      </p>
      <Field label="Name">{(slots) => <input {...slots} name="displayName" autoComplete="name" required />}</Field>
      <Field
        label="Password"
        hint="At least 12 characters."
        error={error instanceof Problem ? error.at('/password') : undefined}
      >
        {(slots) => <input {...slots} name="password" type="password" minLength={12} autoComplete="new-password" required />}
      </Field>
      <button type="submit" className="primary" disabled={busy}>
        Join
      </button>
    </form>
  );
}
