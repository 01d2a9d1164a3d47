import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kitVersionQuery } from '../api/queries';
import type { KitSummary } from '../api/types';
import { Empty, Loading } from '../ui/bits';
import { plural } from '../ui/format';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';
import { PlanView } from './PlanView';

/** One kit as it is offered for new sessions. */
export function KitView({ kit }: { kit: KitSummary }) {
  const version = kit.publishedVersion;
  const { data: published, error } = useQuery({ ...kitVersionQuery(kit.id, version), enabled: version > 0 });
  const facts = [
    version === 0 ? 'Draft' : `Version ${version}`,
    `${kit.minutes} minutes`,
    ...(kit.minimumPanel > 1 ? [`panel of at least ${kit.minimumPanel}`] : []),
    plural(kit.questions, 'question'),
  ];
  return (
    <Page title={kit.name} lead={facts.join(' · ')} back={<Link to="/kits">All kits</Link>}>
      <Problems error={error} />
      {version === 0 && (
        <Empty title="Not published yet">
          <p>A kit can be read and scheduled once a version of it is published.</p>
        </Empty>
      )}
      {version > 0 && !published && !error && <Loading rows={8} />}
      {published?.description && <p className="prose">{published.description}</p>}
      {published?.instructions && (
        <details className="panel">
          <summary>Instructions for the panel</summary>
          <p className="prose">{published.instructions}</p>
        </details>
      )}
      {published && <PlanView plan={published.plan} />}
    </Page>
  );
}
