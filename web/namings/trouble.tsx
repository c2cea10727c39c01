import { useTranslation } from 'react-i18next';
import { Failure } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { AskButton } from './ask-button.tsx';
import type { Place } from './face-check.ts';

/** What the API says of a signature, as it is to one who asks. */
const SAYS = {
  'signature-too-old': 'namings.over',
  'signature-of-another-document': 'namings.over',
  'identity-provider-unknown': 'namings.over',
  'face-check-refused': 'namings.refused',
  'identity-provider-silent': 'namings.silent',
} as const;

const isSaid = (slug: string | undefined): slug is keyof typeof SAYS =>
  slug !== undefined && Object.hasOwn(SAYS, slug);

interface TroubleProps {
  readonly error: unknown;
  readonly place?: Place | undefined;
  /** absent where trying again changes nothing */
  readonly retry?: () => void;
}

/** Why it failed; where her proof is over, the way to a new one and back to this place. */
export function Trouble({ error, place, retry }: TroubleProps) {
  const { t } = useTranslation();
  const slug = error instanceof Failure ? error.told.slug : undefined;
  if (!isSaid(slug)) return <FailureNote error={error} {...(retry && { retry })} />;
  return (
    <div className="failure" role="alert">
      <p>{t(SAYS[slug])}</p>
      {SAYS[slug] === 'namings.over' && <AskButton label={t('namings.askAgain')} place={place} />}
    </div>
  );
}
