import { Problem } from '../api/problem';
import { Page } from '../ui/Page';
import { Problems } from '../ui/Problems';

/** In place of a page that could not be shown. */
export function Crash({ error }: { error: unknown }) {
  return (
    <Page title={error instanceof Problem && error.status === 404 ? 'Not found' : 'This page could not be shown'} narrow>
      <Problems error={error} />
      <p>
        <button
          type="button"
          onClick={() => {
            window.location.reload();
          }}
        >
          Load the page again
        </button>
      </p>
    </Page>
  );
}

export function Missing() {
  return (
    <main>
      <Page title="There is no such page" narrow>
        <p>
          <a href="/">Go to the start</a>
        </p>
      </Page>
    </main>
  );
}
