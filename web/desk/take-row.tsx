import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { call } from '../api/call.ts';
import { isProblem } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { isHeld, type Official } from './a-case.ts';
import type { Row } from './case-table.tsx';

interface TakeRowProps {
  readonly of: Row;
  readonly official: Official;
  readonly now: number;
}

/** Takes a case that nobody holds, without waiting for its turn. */
export function TakeRow({ of: row, official, now }: TakeRowProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const { id, version } = row;
  const taking = useMutation({
    mutationFn: () =>
      call('POST /v1/cases/{id}/lease', { parameters: { id }, version, body: undefined }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases'] }),
    onSuccess: () => navigate(`/desk/cases/${id}`),
  });
  if (isHeld(row, now))
    return (
      row.holder === official.subject && (
        <Link className="button" href={`/desk/cases/${id}`}>
          {t('desk.goOn')}
        </Link>
      )
    );
  return (
    <>
      <button type="button" disabled={taking.isPending} onClick={() => taking.mutate()}>
        {t('desk.take')}
      </button>
      {isProblem(taking.error, 'version-stale', 'case-not-held', 'not-in-this-state') ? (
        <p role="alert" className="wrong">
          {t('desk.takenMeanwhile')}
        </p>
      ) : (
        taking.error && <FailureNote error={taking.error} />
      )}
    </>
  );
}
