import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { parseUscc } from '#functions/shared/unified-social-credit-code.ts';
import { call } from '../api/call.ts';
import type { Output } from '../api/routes.ts';
import { Facts } from '../parts/facts.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { Loading } from '../parts/loading.tsx';
import { dayInWords, inWords } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';

/** Whether a licence is genuine and in force: by its number, or by the licence itself. */
export function VerifyPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('verify.title')}>
      <ByNumber />
      <ByLicence />
      <p className="note">{t('verify.qr')}</p>
    </Page>
  );
}

function ByNumber() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const verify = (event: SubmitEvent) => {
    event.preventDefault();
    const code = parseUscc(typed);
    setWrong(!code.ok);
    if (code.ok) navigate(`/register/${code.code}`);
  };
  return (
    <section aria-labelledby="by-number">
      <h2 id="by-number">{t('verify.numberTitle')}</h2>
      <form onSubmit={verify} noValidate>
        <label htmlFor="number">{t('verify.numberLabel')}</label>
        <div className="line">
          <input
            id="number"
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? 'number-wrong' : undefined}
          />
          <button type="submit" className="main">
            {t('verify.numberSubmit')}
          </button>
        </div>
        {isWrong && (
          <p className="wrong" id="number-wrong" role="alert">
            {t('verify.numberWrong')}
          </p>
        )}
      </form>
    </section>
  );
}

/** The API's own limit of a licence. */
const LONGEST = 65_536;

function ByLicence() {
  const { t } = useTranslation();
  const [licence, setLicence] = useState('');
  const [wrong, setWrong] = useState<'verify.fileEmpty' | 'verify.fileLarge'>();
  const verification = useMutation({
    mutationFn: (shown: string) =>
      call('POST /v1/licences/verification', { body: { licence: shown } }),
  });
  const { mutate, data, error, isPending } = verification;

  const verify = (event: SubmitEvent) => {
    event.preventDefault();
    const shown = licence.trim();
    const fault = shown === '' ? 'verify.fileEmpty' : undefined;
    setWrong(shown.length > LONGEST ? 'verify.fileLarge' : fault);
    if (shown !== '' && shown.length <= LONGEST) mutate(shown);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const isLarge = file.size > LONGEST;
    setWrong(isLarge ? 'verify.fileLarge' : undefined);
    if (!isLarge) setLicence(await file.text());
  };

  return (
    <section aria-labelledby="by-file">
      <h2 id="by-file">{t('verify.fileTitle')}</h2>
      <form onSubmit={verify} noValidate>
        <label htmlFor="file">{t('verify.fileLabel')}</label>
        <input
          id="file"
          type="file"
          onChange={({ target }) => void take(target.files?.[0])}
          aria-describedby={wrong && 'licence-wrong'}
        />
        <label htmlFor="licence">{t('verify.textLabel')}</label>
        <p className="hint" id="licence-hint">
          {t('verify.textHint')}
        </p>
        <textarea
          id="licence"
          rows={5}
          spellCheck={false}
          value={licence}
          onChange={({ target }) => setLicence(target.value)}
          aria-describedby={wrong ? 'licence-hint licence-wrong' : 'licence-hint'}
          aria-invalid={wrong !== undefined}
        />
        {wrong && (
          <p className="wrong" id="licence-wrong" role="alert">
            {t(wrong)}
          </p>
        )}
        <button type="submit" className="main" disabled={isPending}>
          {t('verify.fileSubmit')}
        </button>
      </form>
      {isPending && <Loading />}
      {error && <FailureNote error={error} retry={() => mutate(licence.trim())} />}
      {data && !isPending && <Verdict of={data} />}
    </section>
  );
}

const TOLD = ['MALFORMED', 'ISSUER_UNKNOWN', 'WRONG_SIGNATURE', 'EXPIRED', 'NOT_IN_FORCE'] as const;

function Verdict({ of }: { readonly of: Output<'POST /v1/licences/verification'> }) {
  const { t, i18n } = useTranslation();
  const { valid, reason, uscc, name, registrar, established, checkedAt } = of;
  const told = TOLD.find((it) => it === reason) ?? 'OTHER';
  return (
    <div className="verdict" role="status">
      <p className={valid ? 'state good' : 'state bad'}>
        {t(valid ? 'verify.valid' : 'verify.invalid')}
      </p>
      {!valid && <p>{t(`verify.reason.${told}`)}</p>}
      {uscc && (
        <>
          <h3>{t('verify.shown')}</h3>
          <Facts
            facts={[
              [t('business.name'), name === null ? t('business.unnamed') : name],
              [t('business.uscc'), uscc],
              [t('business.registrar'), registrar],
              [t('business.established'), established && dayInWords(established, i18n.language)],
            ]}
          />
          <p>
            <Link href={`/register/${uscc}`}>{t('verify.see')}</Link>
          </p>
        </>
      )}
      <p className="hint">{t('common.checkedAt', { at: inWords(checkedAt, i18n.language) })}</p>
    </div>
  );
}
