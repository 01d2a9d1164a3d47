import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { post } from '../api/client';
import { Problem } from '../api/problem';
import { meQuery, setUpQuery } from '../api/queries';
import { Brand } from '../ui/Brand';
import { Field } from '../ui/Field';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';

type Shown = { email: string; password: string } | { code: string };

const route = getRouteApi('/sign-in');

export default function SignInPage() {
  const queries = useQueryClient();
  const router = useRouter();
  const { next } = route.useSearch();
  const { data: setUp } = useQuery(setUpQuery);
  const [step, setStep] = useState<'password' | 'code'>('password');
  const signIn = useMutation({
    mutationFn: (shown: Shown) => post<{ next?: string }>('code' in shown ? '/sign-in/code' : '/sign-in', shown),
    onSuccess: async (answer) => {
      if (answer.next === 'code') {
        setStep('code');
        return;
      }
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      // only a path of our own: a link must not lead a person elsewhere after signing in
      router.history.push(next?.startsWith('/') && !next.startsWith('//') ? next : '/');
    },
  });
  useEffect(() => {
    if (setUp?.open) {
      void router.navigate({ to: '/set-up', replace: true });
    }
  }, [setUp, router]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name) ?? '');
    signIn.mutate(step === 'code' ? { code: value('code') } : { email: value('email'), password: value('password') });
  };
  return (
    <main className="gate">
      <Brand />
      <Page title="Sign in" narrow lead="Structured interviews: same questions, anchored ratings, sealed scorecards.">
        <form className="panel" onSubmit={submit}>
          <Problems error={signIn.error} shown={['/email', '/password']} />
          {step === 'code' ? <CodeField /> : <PasswordFields error={signIn.error} />}
          <button type="submit" className="primary" disabled={signIn.isPending}>
            {signIn.isPending ? 'Signing in…' : 'Sign in'}
          </button>
          <p className="hint">
            {step === 'code' ? 'Without your authenticator, enter a recovery code.' : <Link to="/reset">Forgot your password?</Link>}
          </p>
        </form>
      </Page>
    </main>
  );
}

function PasswordFields({ error }: { error: unknown }) {
  return (
    <>
      <Field label="Email" error={fieldError(error, '/email')}>
        {(slots) => <input {...slots} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label="Password" error={fieldError(error, '/password')}>
        {(slots) => <input {...slots} name="password" type="password" autoComplete="current-password" required />}
      </Field>
    </>
  );
}

function CodeField() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <Field label="Code" hint="Six digits, from your authenticator.">
      {(slots) => <input {...slots} ref={field} name="code" autoComplete="one-time-code" required />}
    </Field>
  );
}

function fieldError(error: unknown, pointer: string): string | undefined {
  return error instanceof Problem ? error.at(pointer) : undefined;
}
