import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { kitsQuery, kitVersionQuery } from '../api/queries';
import type { KitSummary } from '../api/types';
import { Badge, Empty, Loading } from '../ui/bits';
import { plural } from '../ui/format';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { KitView } from './KitView';

const route = getRouteApi('/shell/kits');

export default function KitsPage() {
  const { kit: chosen } = route.useSearch();
  const { data: kits, error, isPending } = useQuery(kitsQuery);
  const kit = kits?.find((one) => one.id === chosen);
  if (kit) {
    return <KitView key={kit.id} kit={kit} />;
  }
  return (
    <Page title="Kits" lead="Interview templates: the same questions, in the same order, for every candidate.">
      <Problems error={error} />
      {isPending && <Loading rows={4} />}
      {kits?.length === 0 && (
        <Empty title="No kits yet">
          <p>
            A kit comes with a question pack. Import one through the API: <code>POST /api/v1/packs/imports</code> with a
            <code> *.pack.json</code> file, for instance the shipped <code>packs/backend-structured-kit.pack.json</code>.
          </p>
        </Empty>
      )}
      <ul className="cards">
        {kits?.map((one) => (
          <li key={one.id}>
            <KitCard kit={one} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function KitCard({ kit }: { kit: KitSummary }) {
  const { data: published } = useQuery({ ...kitVersionQuery(kit.id, kit.publishedVersion), enabled: kit.publishedVersion > 0 });
  const sections = published?.plan.sections ?? [];
  return (
    <article className="card">
      <header>
        <h2>
          <Link to="/kits" search={{ kit: kit.id }} className="cover">
            {kit.name}
          </Link>
        </h2>
        <Badge state={kit.state} />
      </header>
      {kit.description && <p>{kit.description}</p>}
      <p className="figures">
        <span>
          <b>{kit.minutes}</b> min
        </span>
        <span>
          <b>{kit.questions}</b> {kit.questions === 1 ? 'question' : 'questions'}
        </span>
        {sections.length > 0 && (
          <span>
            <b>{sections.length}</b> {sections.length === 1 ? 'section' : 'sections'}
          </span>
        )}
      </p>
      <ol className="sections">
        {sections.map((section) => (
          <li key={section.name}>
            <span>{section.name}</span>
            <span className="muted">
              {plural(section.items.length, 'question')} · {section.items.reduce((sum, item) => sum + item.minutes, 0)} min
            </span>
          </li>
        ))}
      </ol>
    </article>
  );
}
