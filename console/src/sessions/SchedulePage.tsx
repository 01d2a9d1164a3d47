import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState, type FormEvent } from 'react';
import { kitsQuery, positionsQuery, usersQuery } from '../api/queries';
import { Problem } from '../api/problem';
import type { KitSummary, Position, User } from '../api/types';
import { useActing } from '../shell/membership';
import { Empty, Loading } from '../ui/bits';
import { browserZone, formatInstant, zoneName } from '../ui/format';
import { Field } from '../ui/Field';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { Arrangement, type InterviewRequest, type Step } from './arrange';
import { PanelPicker } from './PanelPicker';
import { instantIn, zones } from './zones';

const STEP_WORDS: Record<Step, string> = {
  candidate: 'Looking up the candidate…',
  position: 'Opening the position…',
  application: 'Opening the application…',
  session: 'Scheduling…',
};

const POINTERS = ['/name', '/email', '/title', '/kitId', '/panel', '/scheduledFor', '/timeZone'];

export default function SchedulePage() {
  const { may } = useActing();
  const { data: kits, error: kitsError } = useQuery(kitsQuery);
  const { data: positions, error: positionsError } = useQuery(positionsQuery);
  const { data: users, error: usersError } = useQuery(usersQuery);
  const offered = kits?.filter((kit) => kit.publishedVersion > 0 && kit.state !== 'ARCHIVED');
  return (
    <Page
      title="Schedule an interview"
      narrow
      back={<Link to="/sessions">All sessions</Link>}
    >
      <Problems error={kitsError ?? positionsError ?? usersError} />
      {!may('ADMIN', 'RECRUITER') && <p className="note">Recruiters and admins schedule interviews; your role cannot.</p>}
      {offered?.length === 0 && (
        <Empty title="There is no published kit">
          <p>
            An interview asks the questions of a kit. <Link to="/kits">See how to get one</Link>
          </p>
        </Empty>
      )}
      {offered?.length && positions && users ? (
        <ScheduleForm kits={offered} positions={positions.filter((one) => one.state !== 'CLOSED')} users={users} />
      ) : (
        offered?.length !== 0 && <Loading rows={6} />
      )}
    </Page>
  );
}

interface FormProps {
  kits: KitSummary[];
  positions: Position[];
  users: User[];
}

const NEW = 'new';

function ScheduleForm({ kits, positions, users }: FormProps) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step>('candidate');
  const [arrangement] = useState(() => new Arrangement(setStep));
  const [positionId, setPositionId] = useState(positions[0]?.id ?? NEW);
  const [kitId, setKitId] = useState(kits[0]?.id ?? '');
  const [panel, setPanel] = useState<{ userId: string; lead: boolean }[]>([]);
  const [timeZone, setTimeZone] = useState(positions[0]?.timeZone ?? browserZone);
  const [local, setLocal] = useState('');
  const [panelMissing, setPanelMissing] = useState(false);
  const kit = kits.find((one) => one.id === kitId);
  const minimum = Math.max(1, kit?.minimumPanel ?? 1);

  const plan = useMutation({
    mutationFn: (request: InterviewRequest) => arrangement.schedule(request),
    onSuccess: async (sessionId) => {
      void queries.invalidateQueries({ queryKey: ['sessions'] });
      void queries.invalidateQueries({ queryKey: ['positions'] });
      await navigate({ to: '/sessions/$sessionId', params: { sessionId } });
    },
  });
  const problem = plan.error instanceof Problem ? plan.error : undefined;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name) ?? '').trim();
    setPanelMissing(panel.length < minimum);
    if (panel.length < minimum || kit === undefined) {
      return;
    }
    plan.mutate({
      candidate: { name: value('name'), email: value('email') },
      position: positionId === NEW ? { title: value('title'), timeZone } : { id: positionId },
      kit: { id: kit.id, version: kit.publishedVersion },
      panel,
      scheduledFor: instantIn(timeZone, local),
      timeZone,
    });
  };

  return (
    <form className="panel" onSubmit={submit}>
      <fieldset>
        <legend>Candidate</legend>
        <div className="columns">
          <Field label="Name" error={problem?.at('/name')}>
            {(slots) => <input {...slots} name="name" autoComplete="off" required />}
          </Field>
          <Field label="Email" hint="A candidate known by it is used again." error={problem?.at('/email')}>
            {(slots) => <input {...slots} name="email" type="email" autoComplete="off" required />}
          </Field>
        </div>
        <Field label="Position">
          {(slots) => (
            <select
              {...slots}
              value={positionId}
              onChange={(event) => {
                const chosen = event.target.value;
                setPositionId(chosen);
                setTimeZone(positions.find((one) => one.id === chosen)?.timeZone ?? timeZone);
              }}
            >
              {positions.map((position) => (
                <option key={position.id} value={position.id}>
                  {position.title}
                </option>
              ))}
              <option value={NEW}>New position…</option>
            </select>
          )}
        </Field>
        {positionId === NEW && (
          <Field label="Title of the new position" error={problem?.at('/title')}>
            {(slots) => <input {...slots} name="title" autoComplete="off" required />}
          </Field>
        )}
      </fieldset>
      <fieldset>
        <legend>Interview</legend>
        <Field label="Kit" error={problem?.at('/kitId')} hint={kit && `${kit.minutes} minutes`}>
          {(slots) => (
            <select
              {...slots}
              value={kitId}
              onChange={(event) => {
                setKitId(event.target.value);
              }}
            >
              {kits.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <PanelPicker
          users={users}
          panel={panel}
          onPanel={setPanel}
          minimum={minimum}
          error={
            panelMissing && panel.length < minimum
              ? `Choose at least ${minimum === 1 ? 'one person' : `${minimum} people`}.`
              : problem?.at('/panel')
          }
        />
      </fieldset>
      <fieldset>
        <legend>Time</legend>
        <When
          local={local}
          onLocal={setLocal}
          timeZone={timeZone}
          onTimeZone={setTimeZone}
          error={problem?.at('/scheduledFor') ?? problem?.at('/timeZone')}
        />
      </fieldset>
      <Problems error={plan.error} shown={POINTERS} />
      <button type="submit" className="primary" disabled={plan.isPending}>
        {plan.isPending ? STEP_WORDS[step] : 'Schedule'}
      </button>
    </form>
  );
}

interface WhenProps {
  local: string;
  onLocal: (local: string) => void;
  timeZone: string;
  onTimeZone: (timeZone: string) => void;
  error: string | undefined;
}

function When({ local, onLocal, timeZone, onTimeZone, error }: WhenProps) {
  const known = useMemo(() => zones(timeZone, browserZone), [timeZone]);
  const elsewhere = local !== '' && timeZone !== browserZone;
  return (
    <div className="columns">
      <Field
        label="Date and time"
        error={error}
        hint={elsewhere && `For you: ${formatInstant(instantIn(timeZone, local).toISOString())}`}
      >
        {(slots) => (
          <input
            {...slots}
            type="datetime-local"
            required
            value={local}
            onChange={(event) => {
              onLocal(event.target.value);
            }}
          />
        )}
      </Field>
      <Field label="Time zone">
        {(slots) => (
          <select
            {...slots}
            value={timeZone}
            onChange={(event) => {
              onTimeZone(event.target.value);
            }}
          >
            {known.map((zone) => (
              <option key={zone} value={zone}>
                {zoneName(zone)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
