import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { post } from '../api/client';
import { Problem } from '../api/problem';
import { Brand } from '../ui/Brand';
import { Field } from '../ui/Field';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { secretOfLink } from './link';

/** Asks for a link; opened by that link, sets the password. */
export default function ResetPage() {
  const token = secretOfLink();
  return (
    <main className="gate">
      <Brand />
      {token === '' ? <AskForLink /> : <SetPassword token={token} />}
    </main>
  );
}

function AskForLink() {
  const ask = useMutation({ mutationFn: (email: string) => post('/password-reset', { email }) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask.mutate(String(new FormData(event.currentTarget).get('email') ?? ''));
  };
  return (
    <Page title="Forgot your password?" narrow>
      {ask.isSuccess ? (
        <p role="status">If the address has an account, a link is on its way. It is good for 30 minutes.</p>
      ) : (
        <form className="panel" onSubmit={submit}>
          <Problems error={ask.error} />
          <Field label="Email">{(slots) => <input {...slots} name="email" type="email" autoComplete="username" required />}</Field>
          <button type="submit" className="primary" disabled={ask.isPending}>
            Send me a link
          </button>
        </form>
      )}
    </Page>
  );
}

function SetPassword({ token }: { token: string }) {
  const set = useMutation({ mutationFn: (password: string) => post('/password-reset/completion', { token, password }) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    set.mutate(String(new FormData(event.currentTarget).get('password') ?? ''));
  };
  return (
    <Page title="Set a password" narrow>
      {set.isSuccess ? (
        <p role="status">
          Your password is set, and you are signed out everywhere. <Link to="/sign-in">Sign in</Link>
        </p>
      ) : (
        <form className="panel" onSubmit={submit}>
          <Problems error={set.error} shown={['/password']} />
          <Field
            label="New password"
            hint="At least 12 characters."
            error={set.error instanceof Problem ? set.error.at('/password') : undefined}
          >
            {(slots) => <input {...slots} name="password" type="password" minLength={12} autoComplete="new-password" required />}
          </Field>
          <button type="submit" className="primary" disabled={set.isPending}>
            Set password
          </button>
        </form>
      )}
    </Page>
  );
}
