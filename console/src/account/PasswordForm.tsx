import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { sendOnce } from '../api/client';
import { Problem } from '../api/problem';
import { Field } from '../ui/Field';
import { Problems } from '../ui/Problems';

/** Another password, for which the one there is needed. */
export function PasswordForm() {
  const change = useMutation({
    mutationFn: (both: { current: string; password: string }) => sendOnce('POST', '/me/password', both),
  });
  const error = change.error instanceof Problem ? change.error : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    change.mutate({ current: String(form.get('current') ?? ''), password: String(form.get('password') ?? '') });
  };
  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password">Password</h2>
      <form onSubmit={submit}>
        <Problems error={change.error} shown={['/current', '/password']} />
        {change.isSuccess && <p role="status">Your password is changed; you are signed out everywhere else.</p>}
        <Field label="Current password" error={error?.at('/current')}>
          {(slots) => <input {...slots} name="current" type="password" autoComplete="current-password" required />}
        </Field>
        <Field label="New password" hint="At least 12 characters." error={error?.at('/password')}>
          {(slots) => <input {...slots} name="password" type="password" minLength={12} autoComplete="new-password" required />}
        </Field>
        <button type="submit" disabled={change.isPending}>
          Change password
        </button>
      </form>
    </section>
  );
}
