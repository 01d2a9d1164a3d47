import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { post } from '../api/client';
import { Problem } from '../api/problem';
import { setUpQuery } from '../api/queries';
import { Loading } from '../ui/bits';
import { Brand } from '../ui/Brand';
import { Field } from '../ui/Field';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';

const POINTERS = [
  '/token',
  '/organization',
  '/admin/email',
  '/admin/displayName',
  '/admin/password',
  '/operator/email',
  '/operator/displayName',
  '/operator/password',
];

export default function SetUpPage() {
  const { data, isPending } = useQuery(setUpQuery);
  if (isPending) {
    return <Loading />;
  }
  return (
    <main className="gate">
      <Brand />
      {data?.open === false ? (
        <Page title="Already set up" narrow>
          <p>
            This installation has its first organization. <Link to="/sign-in">Sign in</Link>
          </p>
        </Page>
      ) : (
        <Page title="Set up Parley" narrow lead="Once per installation: the first organization, its admin, and the operator.">
          <SetUpForm />
        </Page>
      )}
    </main>
  );
}

function SetUpForm() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const setUp = useMutation({
    mutationFn: (request: unknown) => post('/setup', request),
    onSuccess: async () => {
      queries.setQueryData(setUpQuery.queryKey, { open: false });
      await navigate({ to: '/sign-in' });
    },
  });
  const error = setUp.error instanceof Problem ? setUp.error : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setUp.mutate(requestOf(new FormData(event.currentTarget)));
  };
  return (
    <form className="panel" onSubmit={submit}>
      <Problems error={setUp.error} shown={POINTERS} />
      <Field label="Set-up token" hint="Printed when Parley started, or given to it as PARLEY_SETUP_TOKEN." error={error?.at('/token')}>
        {(slots) => <input {...slots} name="token" autoComplete="off" required />}
      </Field>
      <Field label="Organization" error={error?.at('/organization')}>
        {(slots) => <input {...slots} name="organization" autoComplete="organization" required />}
      </Field>
      <Person who="admin" title="Admin" text="Manages people, kits and interviews of the organization." error={error} />
      <Person who="operator" title="Operator" text="Runs the installation; sees no organization's interviews." error={error} />
      <button type="submit" className="primary" disabled={setUp.isPending}>
        {setUp.isPending ? 'Setting up…' : 'Set up'}
      </button>
    </form>
  );
}

interface PersonProps {
  who: string;
  title: string;
  text: string;
  error: Problem | undefined;
}

function Person({ who, title, text, error }: PersonProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <p className="hint">{text}</p>
      <Field label="Name" error={error?.at(`/${who}/displayName`)}>
        {(slots) => <input {...slots} name={`${who}.displayName`} autoComplete="off" required />}
      </Field>
      <Field label="Email" error={error?.at(`/${who}/email`)}>
        {(slots) => <input {...slots} name={`${who}.email`} type="email" autoComplete="off" required />}
      </Field>
      <Field label="Password" hint="At least 12 characters." error={error?.at(`/${who}/password`)}>
        {(slots) => (
          <input {...slots} name={`${who}.password`} type="password" minLength={12} autoComplete="new-password" required />
        )}
      </Field>
    </fieldset>
  );
}

function requestOf(form: FormData) {
  const value = (name: string) => String(form.get(name) ?? '');
  const person = (who: string) => ({
    email: value(`${who}.email`),
    displayName: value(`${who}.displayName`),
    password: value(`${who}.password`),
  });
  return {
    token: value('token').trim(),
    organization: value('organization').trim(),
    admin: person('admin'),
    operator: person('operator'),
  };
}
