import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { findingsAt, type StepProps } from '../step.ts';
import { FreeNames } from './free-names.tsx';
import { NameMends } from './name-mends.tsx';
import { nameOf, type Parts, partsLike, proposedBy, withName } from './naming.ts';
import { OwnWord } from './own-word.tsx';
import { PartsAround } from './parts-around.tsx';
import { previewOf } from './queries.ts';
import { SimilarNamePromise } from './similar-name-promise.tsx';
import { useLast } from './use-last.ts';
import { WholeName } from './whole-name.tsx';
import './trade.css';

/** Members of the form that this step asks for. */
export const NAME_POINTERS: readonly string[] = ['/name', '/promises/similarName'];

/** The name: put together around the word that is its own, or written as a whole; checked while one types. */
export function NameStep({ form, change, preCheck }: StepProps) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState<Parts>();
  const [isWhole, setWhole] = useState(false);
  const shown = useRef<HTMLParagraphElement>(null);
  // parts that were typed here hold as long as they are the form's name
  const own = typed && nameOf(typed) === form.name ? typed : undefined;
  const { type, registrar, scope, name } = form;
  const asked = own || isWhole ? { type, registrar, scope } : { type, registrar, scope, name };
  const { data, error, isFetching, refetch } = useQuery(previewOf(asked, i18n.language));
  const naming = useLast(data)?.naming;
  const given = name === undefined ? naming && proposedBy(naming) : data?.naming.parts;
  const parts = own ?? given;
  const mustBeWhole = !isWhole && parts === undefined && (error !== null || data !== undefined);

  const rename = (to: string | undefined) => change((it) => withName(it, to));
  const tell = (next: Parts) => {
    setTyped(next);
    rename(nameOf(next));
  };
  const findings = findingsAt(preCheck, '/name');

  return (
    <div className="trade">
      {type === 'INDIVIDUAL_BUSINESS' && <p className="hint">{t('tradeName.without')}</p>}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {isWhole || mustBeWhole ? (
        <WholeName
          name={name}
          rename={(to) => {
            setWhole(true);
            rename(to);
          }}
          findings={findings}
        />
      ) : parts && naming ? (
        <OwnWord parts={parts} tell={tell} findings={findings} shown={shown} />
      ) : (
        <Loading />
      )}
      <NameMends findings={findings} />
      <FreeNames
        names={preCheck?.freeNames ?? []}
        take={(free) => {
          setTyped(parts && partsLike(parts, free));
          rename(free);
          shown.current?.focus();
        }}
      />
      <SimilarNamePromise form={form} change={change} findings={findings} />
      {!isWhole && !mustBeWhole && parts && naming && (
        <PartsAround parts={parts} naming={naming} tell={tell} />
      )}
      {!mustBeWhole && (
        <p>
          <button type="button" className="quiet" onClick={() => setWhole(!isWhole)}>
            {t(isWhole ? 'tradeName.byParts' : 'tradeName.asWhole')}
          </button>
        </p>
      )}
    </div>
  );
}
