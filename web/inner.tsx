import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { Failure } from './api/failure.ts';
import { ApplicationPage } from './applications/application-page.tsx';
import { ApplicationsPage } from './applications/applications-page.tsx';
import { speakOf } from './language.ts';
import { NotFound } from './not-found.tsx';
import { BusinessPage } from './public/business-page.tsx';
import { SearchPage } from './public/search-page.tsx';
import { VerifyPage } from './public/verify-page.tsx';
import { SignedIn } from './sign-in/signed-in.tsx';
import { SigningPage } from './signing/signing-page.tsx';
import type { Part } from './words/words.ts';

/** What is wrong with a request stays wrong; what never arrived may arrive. */
const mayPass = (error: Error): boolean =>
  error instanceof Failure && (error.kind === 'OFFLINE' || error.kind === 'UNKNOWN');

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always', // a lost connection is told, not waited for in silence
      retry: (failures, error) => failures < 1 && mayPass(error),
      retryDelay: 500,
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});

/** A page that is loaded when one comes to it, with the words that only it needs: for `lazy`. */
const behind =
  <Props,>(load: () => Promise<ComponentType<Props>>, ...parts: readonly Part[]) =>
  async () => {
    const [page] = await Promise.all([load(), speakOf(...parts)]);
    return { default: page };
  };

const Agents = lazy(
  behind(() => import('./agents/agents.tsx').then(({ Agents: page }) => page), 'agents'),
);

const FormPage = lazy(
  behind(
    () => import('./form/form-page.tsx').then(({ FormPage: page }) => page),
    'form',
    'trade',
    'parties',
  ),
);

const NotMePage = lazy(
  behind(() => import('./namings/not-me-page.tsx').then(({ NotMePage: page }) => page), 'namings'),
);

const StatisticsPage = lazy(
  behind(() => import('./public/statistics-page.tsx').then(({ StatisticsPage: page }) => page)),
);

const Desk = lazy(behind(() => import('./desk/desk.tsx').then(({ Desk: page }) => page), 'desk'));
const Supervision = lazy(
  behind(
    () => import('./supervision/supervision.tsx').then(({ Supervision: page }) => page),
    'supervision',
    'publishing',
    'lists',
    'checks',
  ),
);

export const Inner = () => (
  <QueryClientProvider client={queries}>
    <Switch>
      <Route path="/register" component={SearchPage} />
      <Route path="/register/:uscc">{({ uscc }) => <BusinessPage uscc={uscc} key={uscc} />}</Route>
      <Route path="/verify" component={VerifyPage} />
      <Route path="/signing" component={SigningPage} />
      <Route path="/apply/:id?">{({ id }) => <FormPage id={id} />}</Route>
      <Route path="/signed-in" component={SignedIn} />
      <Route path="/applications" component={ApplicationsPage} />
      <Route path="/applications/:id">{({ id }) => <ApplicationPage id={id} key={id} />}</Route>
      <Route path="/not-me" component={NotMePage} />
      <Route path="/statistics" component={StatisticsPage} />
      <Route path="/agents/*?" component={Agents} />
      <Route path="/desk/*?" component={Desk} />
      <Route path="/supervision" nest>
        <Supervision />
      </Route>
      <Route component={NotFound} />
    </Switch>
  </QueryClientProvider>
);
