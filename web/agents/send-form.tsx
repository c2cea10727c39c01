import { useMutation } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { Failure } from '../api/failure.ts';
import { FailureNote } from '../parts/failure-note.tsx';
import { Field } from '../parts/field.tsx';
import { Wrong } from '../parts/wrong.tsx';
import { formatOf, type WrongFile } from './chosen-file.ts';
import { KeptNote } from './kept-note.tsx';
import { dropSending, type KeptSending, keptSending, sendingOf } from './kept-sending.ts';
import { type SendingStep, sendFile } from './send-file.ts';
import { UploadProgress } from './upload-progress.tsx';

interface Sent {
  readonly sending: KeptSending;
  readonly file: File | undefined;
}

/** Where an agent's file is chosen and sent. Whatever is lost on the way, sending it again goes on with the same batch. */
export function SendForm() {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  /** asked when it is sent: a file that is chosen again after a change is told by no event */
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<WrongFile>();
  const [kept, setKept] = useState(keptSending);
  const [at, setAt] = useState<{ step: SendingStep; bytes?: number | undefined }>();
  const stopping = useRef<AbortController>(null);
  const sending = useMutation({
    mutationFn: ({ sending: begun, file: chosen }: Sent) => {
      stopping.current = new AbortController();
      return sendFile(begun, chosen, {
        step: (step, bytes) => setAt({ step, bytes }),
        stopped: stopping.current.signal,
      });
    },
    onError: () => setKept(keptSending()),
  });
  const { mutate, isPending, error, variables } = sending;

  useEffect(() => () => stopping.current?.abort(), []);
  useEffect(() => {
    if (!isPending) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isPending]);

  const start = (sent: Sent) =>
    mutate(sent, { onSuccess: (id) => navigate(`/agents/batches/${id}`) });
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const file = input.current?.files?.[0];
    const checked = formatOf(file);
    if ('wrong' in checked || !file) return setWrong('wrong' in checked ? checked.wrong : 'none');
    if (!(await isReadable(file))) return setWrong('unreadable');
    setWrong(undefined);
    return start({ sending: sendingOf(checked.format, file), file });
  };
  const drop = () => {
    dropSending();
    setKept(undefined);
    sending.reset();
  };
  /** What has arrived meanwhile is not sent anew. */
  const again =
    variables && (() => start({ ...variables, sending: keptSending() ?? variables.sending }));

  return (
    <section aria-labelledby="send">
      <h2 id="send">{t('agents.sendTitle')}</h2>
      {kept && !isPending && !error && (
        <KeptNote of={kept} go={() => start({ sending: kept, file: undefined })} drop={drop} />
      )}
      <form onSubmit={(event) => void send(event)} noValidate>
        <Field
          label={t('agents.fileLabel')}
          hint={
            <>
              {t('agents.fileHint')} <a href="/docs">{t('agents.columns')}</a>
            </>
          }
          isWrong={wrong !== undefined}
          said={wrong && <Wrong>{t(`agents.wrong.${wrong}`)}</Wrong>}
        >
          {(field) => (
            <input
              {...field}
              type="file"
              accept=".ndjson,.jsonl,.csv"
              disabled={isPending}
              ref={input}
              onChange={() => setWrong(undefined)}
            />
          )}
        </Field>
        <p className="line">
          <button type="submit" className="main" disabled={isPending}>
            {t('agents.send')}
          </button>
        </p>
      </form>
      {isPending && at && (
        <UploadProgress
          step={at.step}
          done={at.bytes ?? 0}
          all={variables.sending.bytes}
          stop={() => stopping.current?.abort()}
        />
      )}
      {error && !(error instanceof Failure) && (
        <p className="note" role="status">
          {t('agents.stopped')}
        </p>
      )}
      {error instanceof Failure && (
        <>
          <FailureNote error={error} {...(again && { retry: again })} />
          <p className="hint">{t('agents.resume')}</p>
        </>
      )}
    </section>
  );
}

/** A file that was changed or taken away since it was chosen is not readable any more. */
const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
