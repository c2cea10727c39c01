import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { Frame } from './frame.tsx';
import { Landing } from './landing.tsx';
import { speakOf } from './language.ts';
import { Caught } from './parts/caught.tsx';
import { Loading } from './parts/loading.tsx';

/** Everything behind the landing page, which alone must be small. */
const Inner = lazy(async () => {
  const [{ Inner: inside }] = await Promise.all([
    import('./inner.tsx'),
    speakOf('pages', 'applications', 'names'),
  ]);
  return { default: inside };
});

export const App = () => (
  <Frame>
    <Caught>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">
            <Landing />
          </Route>
          <Route>
            <Inner />
          </Route>
        </Switch>
      </Suspense>
    </Caught>
  </Frame>
);
