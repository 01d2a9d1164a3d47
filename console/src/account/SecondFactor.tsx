import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { get, sendOnce } from '../api/client';
import { Problem } from '../api/problem';
import { Loading } from '../ui/bits';
import { CopyButton } from '../ui/CopyButton';
import { Field } from '../ui/Field';
import { plural } from '../ui/format';
import { Problems } from '../ui/Problems';

interface State {
  enabled: boolean;
  recoveryCodesLeft: number;
  required: boolean;
}

interface Offer {
  secret: string;
  uri: string;
}

const KEY = ['second-factor'];
const PATH = '/me/second-factor';

/** Codes from an authenticator, besides the password. */
export function SecondFactor() {
  const { data, error } = useQuery({ queryKey: KEY, queryFn: ({ signal }) => get<State>(PATH, {}, signal) });
  const [offer, setOffer] = useState<Offer>();
  const [codes, setCodes] = useState<string[]>();
  return (
    <section className="panel" aria-labelledby="second-factor">
      <h2 id="second-factor">Second factor</h2>
      <Problems error={error} />
      {!data && !error && <Loading />}
      {data?.required && !data.enabled && <p>An organization you belong to asks for a second factor.</p>}
      {codes && <RecoveryCodes codes={codes} />}
      {data?.enabled && <Enabled left={data.recoveryCodesLeft} />}
      {data && !data.enabled && !offer && <SetUp onOffer={setOffer} />}
      {data && !data.enabled && offer && <Confirm offer={offer} onCodes={setCodes} />}
    </section>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const all = codes.join('\n');
  return (
    <div role="status">
      <p>Keep these codes safe. Each lets you in once without your authenticator; they are not shown again.</p>
      <pre>{all}</pre>
      <CopyButton text={all} />
    </div>
  );
}

function Enabled({ left }: { left: number }) {
  const remove = useOwn<unknown>('/removal');
  return (
    <form onSubmit={remove.submit}>
      <p>Signing in asks for a code. {plural(left, 'recovery code')} left.</p>
      <Problems error={remove.error} shown={['/password', '/code']} />
      <PasswordField error={remove.error} />
      <CodeField error={remove.error} />
      <button type="submit">Go on without</button>
    </form>
  );
}

function SetUp({ onOffer }: { onOffer: (offer: Offer) => void }) {
  const ask = useOwn<Offer>('', onOffer);
  return (
    <form onSubmit={ask.submit}>
      <p>A code from an authenticator app on your phone, asked for besides your password.</p>
      <Problems error={ask.error} shown={['/password']} />
      <PasswordField error={ask.error} />
      <button type="submit">Set up</button>
    </form>
  );
}

function Confirm({ offer, onCodes }: { offer: Offer; onCodes: (codes: string[]) => void }) {
  const confirm = useOwn<{ recoveryCodes?: string[] }>('/confirmation', (answer) => onCodes(answer.recoveryCodes ?? []));
  return (
    <form onSubmit={confirm.submit}>
      <p>
        Give this key to your authenticator, by <a href={offer.uri}>opening it there</a> or by hand:
      </p>
      <p>
        <code>{offer.secret}</code> <CopyButton text={offer.secret} />
      </p>
      <Problems error={confirm.error} shown={['/code']} />
      <CodeField error={confirm.error} />
      <button type="submit" className="primary">
        Confirm
      </button>
    </form>
  );
}

function PasswordField({ error }: { error: unknown }) {
  return (
    <Field label="Your password" error={error instanceof Problem ? error.at('/password') : undefined}>
      {(slots) => <input {...slots} name="password" type="password" autoComplete="current-password" required />}
    </Field>
  );
}

function CodeField({ error }: { error: unknown }) {
  return (
    <Field label="Code" error={error instanceof Problem ? error.at('/code') : undefined}>
      {(slots) => <input {...slots} name="code" autoComplete="one-time-code" required />}
    </Field>
  );
}

/** A form whose fields are the request. */
function useOwn<T>(path: string, then: (answer: T) => void = () => undefined) {
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: (fields: unknown) => sendOnce<T>('POST', PATH + path, fields),
    onSuccess: async (answer) => {
      then(answer);
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate(Object.fromEntries(new FormData(event.currentTarget)));
  };
  return { submit, error: send.error };
}
