import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { parseUscc } from '#functions/shared/unified-social-credit-code.ts';
import { call } from '../api/call.ts';
import type { Output } from '../api/routes.ts';
import { Facts } from '../parts/facts.tsx';
import { FailureNote } from '../parts/failure-note.tsx';
import { Field } from '../parts/field.tsx';
import { LONGEST_LICENCE } from '../parts/licence-limit.ts';
import { Loading } from '../parts/loading.tsx';
import { dayInWords, inWords } from '../parts/moment.ts';
import { Page } from '../parts/page.tsx';
import { Wrong } from '../parts/wrong.tsx';

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
        <Field
          label={t('verify.numberLabel')}
          isWrong={isWrong}
          said={isWrong && <Wrong>{t('verify.numberWrong')}</Wrong>}
        >
          {(input) => (
            <div className="line">
              <input
                {...input}
                maxLength={40}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
              <button type="submit" className="main">
                {t('verify.numberSubmit')}
              </button>
            </div>
          )}
        </Field>
      </form>
    </section>
  );
}

function ByLicence() {
  const { t } = useTranslation();
  const [licence, setLicence] = useState('');
  const [wrong, setWrong] = useState<{
    readonly at: 'file' | 'text';
    readonly why: 'verify.fileEmpty' | 'verify.fileLarge';
  }>();
  const toldAt = (at: 'file' | 'text') =>
    wrong?.at === at ? { isWrong: true, said: <Wrong>{t(wrong.why)}</Wrong> } : {};
  const verification = useMutation({
    mutationFn: (shown: string) =>
      call('POST /v1/licences/verification', { body: { licence: shown } }),
  });
  const { mutate, data, error, isPending } = verification;

  const verify = (event: SubmitEvent) => {
    event.preventDefault();
    const shown = licence.trim();
    if (shown === '') return setWrong({ at: 'text', why: 'verify.fileEmpty' });
    if (shown.length > LONGEST_LICENCE) return setWrong({ at: 'text', why: 'verify.fileLarge' });
    setWrong(undefined);
    return mutate(shown);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const isLarge = file.size > LONGEST_LICENCE;
    setWrong(isLarge ? { at: 'file', why: 'verify.fileLarge' } : undefined);
    if (!isLarge) setLicence(await file.text());
  };

  return (
    <section aria-labelledby="by-file">
      <h2 id="by-file">{t('verify.fileTitle')}</h2>
      <form onSubmit={verify} noValidate>
        <Field label={t('verify.fileLabel')} {...toldAt('file')}>
          {(input) => (
            <input {...input} type="file" onChange={({ target }) => void take(target.files?.[0])} />
          )}
        </Field>
        <Field label={t('verify.textLabel')} hint={t('verify.textHint')} {...toldAt('text')}>
          {(input) => (
            <textarea
              {...input}
              rows={5}
              spellCheck={false}
              value={licence}
              onChange={({ target }) => setLicence(target.value)}
            />
          )}
        </Field>
        <p className="line">
          <button type="submit" className="main" disabled={isPending}>
            {t('verify.fileSubmit')}
          </button>
        </p>
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
