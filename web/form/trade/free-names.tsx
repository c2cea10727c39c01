import { useTranslation } from 'react-i18next';

interface FreeNamesProps {
  readonly names: readonly string[];
  readonly take: (name: string) => void;
}

/** Names like the one that another holds: each is taken by one touch, none is reserved by being shown. */
export function FreeNames({ names, take }: FreeNamesProps) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="free-names" className="free-names">
      <h2 id="free-names">{t('tradeName.free')}</h2>
      <p className="hint">{t('tradeName.freeHint')}</p>
      {names.map((name) => (
        <button key={name} type="button" lang="zh-Hans" onClick={() => take(name)}>
          {name}
        </button>
      ))}
    </section>
  );
}
