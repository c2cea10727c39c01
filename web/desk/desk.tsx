import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Route, Switch } from 'wouter';
import { NotFound } from '../not-found.tsx';
import { isSignedIn, signedInAs } from '../sign-in/session.ts';
import { signOut } from '../sign-in/sign-in.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import type { CaseView, Official } from './a-case.ts';
import { CasePage } from './case-page.tsx';
import './desk.css';
import { secondsUntil } from './clock.ts';
import { dropDrafts } from './draft.ts';
import { type HeldDecision, HeldDecisions } from './held-decisions.tsx';
import { keepKeys, keysAreOn } from './keys-choice.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { QueuePage } from './queue-page.tsx';
import { useShortcuts } from './use-shortcuts.ts';

function official(): Official | undefined {
  const claims = isSignedIn('official') ? signedInAs() : undefined;
  if (!claims) return undefined;
  const { subject, name, registrars = [], grade } = claims;
  return { subject, ...(name && { name }), registrars, isSupervisor: grade === 'SUPERVISOR' };
}

/** The officials' console. Whoever is signed in stays at it when his session ends, so that nothing typed is lost. */
export function Desk() {
  const [who] = useState(official);
  return who ? <Office official={who} /> : <SignInPage audience="official" />;
}

function Office({ official: who }: { readonly official: Official }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState<readonly HeldDecision[]>([]);
  const [keysOn, setKeysOn] = useState(keysAreOn);
  useShortcuts(keysOn);
  const letGo = (id: string) => setHeld((those) => those.filter((it) => it.of.id !== id));
  const hold = (of: CaseView) => {
    if (!of.decision) return letGo(of.id);
    // counted from here by how long it is held, so that a wrong clock does no harm
    const { at, effectiveAt } = of.decision;
    const until = Date.now() + 1000 * secondsUntil(Date.parse(effectiveAt), Date.parse(at));
    setHeld((those) => [...those.filter((it) => it.of.id !== of.id), { of, until }]);
  };
  return (
    <>
      <nav className="wide desk-bar" aria-label={t('desk.nav')}>
        <Link href="/desk">{t('desk.title')}</Link>
        <Link href="/supervision">{t('desk.supervision')}</Link>
        <span className="who">{t('desk.signedInAs', { name: who.name ?? who.subject })}</span>
        <KeysDialog
          isOn={keysOn}
          turn={(isOn) => {
            keepKeys(isOn);
            setKeysOn(isOn);
          }}
        />
        <button
          type="button"
          onClick={() => {
            dropDrafts();
            signOut();
          }}
        >
          {t('frame.signOut')}
        </button>
      </nav>
      <HeldDecisions held={held} letGo={letGo} />
      <Switch>
        <Route path="/desk">
          <QueuePage official={who} />
        </Route>
        <Route path="/desk/cases/:id">
          {({ id }) => <CasePage id={id} key={id} official={who} onDecision={hold} held={held} />}
        </Route>
        <Route component={NotFound} />
      </Switch>
    </>
  );
}
