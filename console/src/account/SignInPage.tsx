import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useEffect, type FormEvent } from 'react';
import { post } from '../api/client';
import { Problem } from '../api/problem';
import { meQuery, setUpQuery } from '../api/queries';
import { Brand } from '../ui/Brand';
import { Field } from '../ui/Field';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';

const route = getRouteApi('/sign-in');

export default function SignInPage() {
  const queries = useQueryClient();
  const router = useRouter();
  const { next } = route.useSearch();
  const { data: setUp } = useQuery(setUpQuery);
  const signIn = useMutation({
    mutationFn: (credentials: { email: string; password: string }) => post('/sign-in', credentials),
    onSuccess: async () => {
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
    signIn.mutate({ email: String(form.get('email')), password: String(form.get('password')) });
  };
  return (
    <main className="gate">
      <Brand />
      <Page title="Sign in" narrow lead="Structured interviews: same questions, anchored ratings, sealed scorecards.">
        <form className="panel" onSubmit={submit}>
          <Problems error={signIn.error} shown={['/email', '/password']} />
          <Field label="Email" error={fieldError(signIn.error, '/email')}>
            {(slots) => <input {...slots} name="email" type="email" autoComplete="username" required />}
          </Field>
          <Field label="Password" error={fieldError(signIn.error, '/password')}>
            {(slots) => <input {...slots} name="password" type="password" autoComplete="current-password" required />}
          </Field>
          <button type="submit" className="primary" disabled={signIn.isPending}>
            {signIn.isPending ? 'Signing in…' : 'Sign in'}
          </button>
        </form>
      </Page>
    </main>
  );
}

function fieldError(error: unknown, pointer: string): string | undefined {
  return error instanceof Problem ? error.at(pointer) : undefined;
}
