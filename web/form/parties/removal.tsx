import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface RemovalProps {
  /** what the button says */
  readonly label: string;
  /** what goes with it */
  readonly loses: string;
  readonly onRemove: () => void;
}

/** Removes what was typed, after it was asked once more. */
export function Removal({ label, loses, onRemove }: RemovalProps) {
  const { t } = useTranslation();
  const [isAsked, ask] = useState(false);
  const remove = () => {
    ask(false); // what takes its place is not asked about
    onRemove();
  };
  if (!isAsked)
    return (
      <button type="button" className="quiet" onClick={() => ask(true)}>
        {label}
      </button>
    );
  return (
    <div className="note" role="alert">
      <p>{loses}</p>
      <p className="line">
        <button type="button" className="grave" onClick={remove}>
          {t('parties.removal.sure')}
        </button>
        <button type="button" onClick={() => ask(false)}>
          {t('parties.removal.keep')}
        </button>
      </p>
    </div>
  );
}
