import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callPage } from '../api/call.ts';
import type { Output } from '../api/routes.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { inWords } from '../parts/moment.ts';
import { save } from '../parts/save.ts';
import { CHASE_LIMIT } from './chase-limit.ts';
import { CopyLink } from './copy-link.tsx';
import { csvOf } from './csv.ts';

type WaitingRow = Output<'GET /v1/batches/{id}/signers'>['rows'][number];

interface ChasePageProps {
  readonly id: string;
  /** cursor of the page */
  readonly from: string;
  readonly rows: readonly WaitingRow[];
}

/** Waiting rows of one page, and the links that are made for them: shown once, kept nowhere. */
export function ChasePage({ id, from, rows }: ChasePageProps) {
  const { t, i18n } = useTranslation();
  const making = useMutation({
    mutationFn: async () => {
      const { page } = await callPage('POST /v1/batches/{id}/signings', {
        parameters: { id },
        query: { limit: CHASE_LIMIT, ...(from && { cursor: from }) },
      });
      return page.signings;
    },
  });
  const { mutate, data: links = [], error, isPending, isSuccess } = making;
  const linkOf = (row: number, person: string) =>
    links.find((it) => it.row === row && it.person === person);
  const rolesOf = (roles: readonly string[]) =>
    roles.map((role) => i18n.t(`role.${role}` as 'role.OWNER')).join('、');
  const isAsked = rows.some(({ missing }) => missing.some(({ link }) => link !== 'NONE'));

  const saveLinks = () => {
    const columns = ['row', 'clientRowRef', 'roles', 'link', 'openUntil'] as const;
    const table = rows.flatMap(({ row, clientRowRef, missing }) =>
      missing.flatMap(({ person, roles }) => {
        const made = linkOf(row, person);
        return made ? [[row, clientRowRef, rolesOf(roles), made.link, made.openUntil]] : [];
      }),
    );
    const header = columns.map((name) => t(`agentsBatch.csv.${name}`));
    save(`${id}-links.csv`, csvOf([header, ...table]), 'text/csv');
  };

  return (
    <>
      <p className="line">
        <button type="button" disabled={isPending} onClick={() => mutate()}>
          {t('agentsBatch.chaseMake')}
        </button>
        {links.length > 0 && (
          <button type="button" onClick={saveLinks}>
            {t('agentsBatch.chaseSave')}
          </button>
        )}
      </p>
      {(isAsked || isSuccess) && <p className="hint">{t('agentsBatch.chaseWarn')}</p>}
      {isSuccess && <p role="status">{t('agentsBatch.chaseMade')}</p>}
      {error && <FailureNote error={error} retry={() => mutate()} />}
      <ul className="rows">
        {rows.map(({ row, clientRowRef, since, missing, others, hostRefused }) => (
          <li key={row}>
            <p className="head-of-row">
              <span className="hint">{t('agentsBatch.row', { row })}</span>
              <strong>{clientRowRef}</strong>
              <span className="hint">
                {t('agentsBatch.since', { at: inWords(since, i18n.language) })}
              </span>
            </p>
            <ul className="signers">
              {missing.map(({ person, roles, link }) => {
                const made = linkOf(row, person);
                return (
                  <li key={person}>
                    <span>
                      {rolesOf(roles)}{' '}
                      <span className="tag">{t(`agentsBatch.link.${made ? 'SENT' : link}`)}</span>
                    </span>
                    {made && <CopyLink key={made.id} link={made.link} />}
                  </li>
                );
              })}
              {others.map((other) => (
                <li key={other}>{t(`agentsBatch.others.${other}`)}</li>
              ))}
            </ul>
            {hostRefused && <p className="note">{t('agentsBatch.hostRefused')}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
