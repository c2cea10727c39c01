import { type ReactNode, useState } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../not-found.tsx';
import { isSignedIn } from '../sign-in/session.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import './agents.css';
import { BatchPage } from './batch-page.tsx';
import { BatchesPage } from './batches-page.tsx';

/** What is for agents, who are signed in to see it. */
export const Agents = () => (
  <Switch>
    <Route path="/agents">
      <SignedInAgent>
        <BatchesPage />
      </SignedInAgent>
    </Route>
    <Route path="/agents/batches/:id">
      {({ id }) => (
        <SignedInAgent key={id}>
          <BatchPage id={id} />
        </SignedInAgent>
      )}
    </Route>
    <Route component={NotFound} />
  </Switch>
);

/** Whoever came in stays where he is when the session ends: the next call tells him. */
function SignedInAgent({ children }: { readonly children: ReactNode }) {
  const [entered] = useState(() => isSignedIn('agent'));
  return entered ? children : <SignInPage audience="agent" />;
}
