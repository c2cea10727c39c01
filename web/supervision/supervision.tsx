import { useState } from 'react';
import { Route, Switch } from 'wouter';
import { NotFound } from '../not-found.tsx';
import { isSignedIn } from '../sign-in/session.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { CheckPage } from './checks/check-page.tsx';
import { ChecksPage } from './checks/checks-page.tsx';
import { DataPage } from './data/data-page.tsx';
import { EditionPage } from './data/edition-page.tsx';
import { KindPage } from './data/kind-page.tsx';
import { ProposePage } from './data/propose-page.tsx';
import { InquiriesPage } from './inquiries/inquiries-page.tsx';
import { InquiryPage } from './inquiries/inquiry-page.tsx';
import { ListsPage } from './lists/lists-page.tsx';
import { OfficialContext, officialNow } from './official.ts';
import { Overview } from './overview.tsx';
import { QualityPage } from './quality/quality-page.tsx';
import { StopsPage } from './stops/stops-page.tsx';
import './supervision.css';

/** What officials and heads do beside single cases. A session that ends here is told where it is met. */
export function Supervision() {
  const [official] = useState(() => (isSignedIn('official') ? officialNow() : undefined));
  if (!official) return <SignInPage audience="official" />;
  return (
    <OfficialContext value={official}>
      <Switch>
        <Route path="/" component={Overview} />
        <Route path="/stops" component={StopsPage} />
        <Route path="/data" component={DataPage} />
        <Route path="/data/editions/:id">{({ id }) => <EditionPage id={id} key={id} />}</Route>
        <Route path="/data/:kind">{({ kind }) => <KindPage of={kind} key={kind} />}</Route>
        <Route path="/data/:kind/new/:item?">
          {({ kind, item }) => <ProposePage of={kind} item={item ?? ''} key={`${kind} ${item}`} />}
        </Route>
        <Route path="/lists" component={ListsPage} />
        <Route path="/quality" component={QualityPage} />
        <Route path="/inquiries" component={InquiriesPage} />
        <Route path="/inquiries/:id">{({ id }) => <InquiryPage id={id} key={id} />}</Route>
        <Route path="/checks" component={ChecksPage} />
        <Route path="/checks/:uscc">{({ uscc }) => <CheckPage uscc={uscc} key={uscc} />}</Route>
        <Route component={NotFound} />
      </Switch>
    </OfficialContext>
  );
}
