import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { call } from '../../api/call.ts';
import type { Output } from '../../api/routes.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';

interface PromiseTextsProps {
  readonly children: (release: Output<'GET /v1/promises'>) => ReactNode;
}

/** The texts of promises in force: nothing is promised that was not read. */
export function PromiseTexts({ children }: PromiseTextsProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['promises'],
    queryFn: () => call('GET /v1/promises', {}),
  });
  if (data) return children(data);
  return error ? <FailureNote error={error} retry={() => void refetch()} /> : <Loading />;
}
