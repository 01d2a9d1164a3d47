import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, type RouterHistory } from '@tanstack/react-router';
import { Crash, Missing } from './shell/Crash';
import { Shell } from './shell/Shell';
import { SESSION_STATES } from './sessions/states';
import type { SessionState } from './api/types';

type Search = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const isoDay = (value: unknown): string | undefined => text(value)?.match(/^\d{4}-\d\d-\d\d$/)?.[0];
const state = (value: unknown): SessionState | undefined => SESSION_STATES.find((known) => known === value);

const root = createRootRoute({ errorComponent: Crash, notFoundComponent: Missing });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Search) => ({ next: text(search.next) }) as { next?: string },
  component: lazyRouteComponent(() => import('./account/SignInPage')),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('./account/ResetPage')),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./account/InvitationPage')),
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./account/SetUpPage')),
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/sessions', replace: true });
  },
});

const kits = createRoute({
  getParentRoute: () => shell,
  path: '/kits',
  validateSearch: (search: Search) => ({ kit: text(search.kit) }) as { kit?: string },
  component: lazyRouteComponent(() => import('./kits/KitsPage')),
});

const sessions = createRoute({
  getParentRoute: () => shell,
  path: '/sessions',
  validateSearch: (search: Search) =>
    ({ state: state(search.state), mine: search.mine === true ? true : undefined }) as { state?: SessionState; mine?: true },
  component: lazyRouteComponent(() => import('./sessions/SessionsPage')),
});

const schedule = createRoute({
  getParentRoute: () => shell,
  path: '/sessions/new',
  component: lazyRouteComponent(() => import('./sessions/SchedulePage')),
});

const session = createRoute({
  getParentRoute: () => shell,
  path: '/sessions/$sessionId',
  component: lazyRouteComponent(() => import('./sessions/SessionPage')),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/AccountPage')),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/board',
  validateSearch: (search: Search) =>
    ({ kit: text(search.kit), from: isoDay(search.from), to: isoDay(search.to) }) as {
      kit?: string;
      from?: string;
      to?: string;
    },
  component: lazyRouteComponent(() => import('./board/BoardPage')),
});

const routeTree = root.addChildren([signIn, setUp, reset, invitation, account, shell.addChildren([home, kits, sessions, schedule, session, board])]);

export function consoleRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history && { history }),
    defaultPreload: 'intent',
    defaultErrorComponent: Crash,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof consoleRouter>;
  }
}
