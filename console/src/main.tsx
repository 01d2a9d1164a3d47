import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from './api/client';
import { Problem } from './api/problem';
import { meQuery } from './api/queries';
import { consoleRouter } from './routes';
import { applyTheme, currentTheme } from './shell/theme';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && (!(error instanceof Problem) || error.passing),
    },
  },
});

onSignedOut(() => {
  if (queries.getQueryData(meQuery.queryKey)) {
    queries.setQueryData(meQuery.queryKey, null);
  }
});
applyTheme(currentTheme());

const router = consoleRouter();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
