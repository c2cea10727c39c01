import { useTranslation } from 'react-i18next';
import { Tick } from '../../parts/tick.tsx';
import {
  rowsOf,
  type Scope,
  withBundle,
  withFirst,
  withoutBundle,
  withoutWording,
  withWording,
  wordingsOf,
} from './chosen-wordings.ts';
import { ItemTags } from './item-tags.tsx';
import { MainItem } from './main-item.tsx';
import type { Bundle, Preview } from './scope-answers.ts';
import { UnknownWordings } from './unknown-wordings.tsx';

interface ChosenItemsProps {
  readonly scope: Scope;
  /** absent where none is chosen, or the chosen one is not known */
  readonly bundle: Bundle | undefined;
  readonly preview: Preview | undefined;
  readonly choose: (to: (scope: Scope | undefined) => Scope) => void;
  /** leads to what is chosen: the button that was pressed is gone */
  readonly show: () => void;
}

/** What is chosen: items may be left out and taken back, others added; one is the main one. */
export function ChosenItems({ scope, bundle, preview, choose, show }: ChosenItemsProps) {
  const { t } = useTranslation();
  const core = bundle?.core ?? [];
  const wordings = wordingsOf(scope, core);
  const options = bundle?.options.filter((it) => !wordings.includes(it)) ?? [];
  const chooseAndShow: typeof choose = (to) => {
    choose(to);
    show();
  };
  const isOlder = bundle && scope.bundle?.version && scope.bundle.version !== bundle.version;
  return (
    <>
      {scope.bundle && (
        <div className="bundle">
          <strong lang="zh-Hans">{bundle?.name ?? scope.bundle.id}</strong>
          <button type="button" onClick={() => chooseAndShow(withoutBundle)}>
            {t('tradeSell.leave')}
          </button>
        </div>
      )}
      {isOlder && (
        <div className="note">
          <p>{t('tradeSell.older')}</p>
          <button type="button" onClick={() => chooseAndShow((it) => withBundle(it, bundle))}>
            {t('tradeSell.takeNewer')}
          </button>
        </div>
      )}
      <MainItem
        wordings={wordings}
        choose={(wording) => choose((it) => withFirst(it, core, wording))}
      />
      <details open={!scope.bundle}>
        <summary>{t('tradeSell.keep', { count: wordings.length })}</summary>
        <p className="hint">{t('tradeSell.keepHint')}</p>
        {rowsOf(scope, core).map((wording) => (
          <Tick
            key={wording}
            label={
              <>
                <span lang="zh-Hans">{wording}</span>{' '}
                <ItemTags of={preview?.items.find((it) => it.wording === wording)} />
              </>
            }
            checked={wordings.includes(wording)}
            onChange={(isKept) =>
              (core.includes(wording) ? choose : chooseAndShow)((it) =>
                (isKept ? withWording : withoutWording)(it, core, wording),
              )
            }
          />
        ))}
      </details>
      <UnknownWordings
        unknown={preview?.unknown ?? []}
        replace={(wording, by) =>
          chooseAndShow((it) => withWording(withoutWording(it, core, wording), core, by))
        }
      />
      {options.length > 0 && (
        <>
          <p className="hint">{t('tradeSell.options')}</p>
          <div className="additions" lang="zh-Hans">
            {options.map((wording) => (
              <button
                key={wording}
                type="button"
                onClick={() => chooseAndShow((it) => withWording(it, core, wording))}
              >
                + {wording}
              </button>
            ))}
          </div>
        </>
      )}
    </>
  );
}
